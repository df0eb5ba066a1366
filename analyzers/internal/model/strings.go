package model

// text lists the packages of the standard library whose results are made of their arguments.
var text = []Library{
	{
		Paths: []string{"strings", "bytes"},
		Rows: []Row{
			{Pass, "TrimSpace(from) [n]"},
			{Pass, "Trim(from, _)"}, {Pass, "TrimLeft(from, _)"}, {Pass, "TrimRight(from, _)"},
			{Pass, "TrimPrefix(from, _)"}, {Pass, "TrimSuffix(from, _)"},
			{Pass, "ToLower(from)"}, {Pass, "ToUpper(from)"},
			{Pass, "Replace(from, mask, _, _)"},
			{Pass, "ReplaceAll(from, mask, _)"}, {Pass, "Repeat(from, _)"},
			{Pass, "Clone(from) [n]"},
			{Pass, "NewReader(from)"}, {Pass, "NewBufferString(from)"}, {Pass, "NewBuffer(from)"},
			{Pass, "(from *Buffer).Bytes()"}, {Pass, "(from *Buffer).String()"},
			{Pass, "(from *Builder).String()"},
			{Pass, "(filled *Builder).Write(from)"}, {Pass, "(filled *Buffer).Write(from)"},
			{Pass, "(filled *Builder).WriteByte(from)"}, {Pass, "(filled *Buffer).WriteByte(from)"},
			{Pass, "(filled *Builder).WriteRune(from)"}, {Pass, "(filled *Buffer).WriteRune(from)"},
			{Pass, "(filled *Builder).WriteString(from)"},
			{Pass, "(filled *Buffer).WriteString(from)"},
			{Pass, "Fields(from) parts"}, {Pass, "Split(from, between) parts"},
			{Pass, "SplitN(from, between, _) parts"}, {Pass, "SplitAfter(from, between) parts"},
			{Pass, "SplitSeq(from, between) parts"}, {Pass, "FieldsSeq(from) parts"},
			{Pass, "Cut(from, between) before, after, _"},
			{Pass, "Index(_, between)"}, {Pass, "LastIndex(_, between)"},
			{Pass, "IndexByte(_, between)"}, {Pass, "LastIndexByte(_, between)"},
			{Pass, "IndexRune(_, between)"},
			{Pass, "CutPrefix(from, _)"}, {Pass, "CutSuffix(from, _)"},
		},
	},
	{
		Paths: []string{"strconv"},
		Rows: []Row{
			{Pass, "Itoa(from)"}, {Pass, "FormatInt(from, _)"}, {Pass, "Quote(from)"},
		},
	},
	{
		Paths: []string{"path", "path/filepath"},
		Rows: []Row{
			{Pass, "Join(from...) path"},
		},
	},
	{
		Paths: []string{"slices"},
		Rows: []Row{
			{Pass, "Clone(from) [n]"},
		},
	},
	{
		Paths: []string{"cmp"},
		Rows: []Row{
			{Choose, "Or(from...)"},
		},
	},
}
