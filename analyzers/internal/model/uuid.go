package model

// identifiers lists what makes UUIDs and the like up. Some of their versions are made of a clock,
// and can be predicted.
var identifiers = []Library{
	{
		Paths: []string{"github.com/google/uuid"},
		Rows: []Row{
			{Read, "New() random"}, {Read, "NewString() random[36]"}, {Read, "NewRandom() random"},
			{Read, "NewV7() random"},
			{Read, "NewUUID() weak"}, {Read, "NewDCESecurity(_, _) weak"}, {Read, "NewV6() weak"},
			{Pass, "(from UUID).String()"}, {Pass, "Must(from, _)"},
		},
	},
	{
		Paths: []string{
			"github.com/gofrs/uuid",
			"github.com/gofrs/uuid/v5",
			"github.com/satori/go.uuid",
		},
		Rows: []Row{
			{Read, "NewV4() random"}, {Read, "NewV7() random"}, {Read, "NewV1() weak"},
			{Read, "NewV6() weak"},
			{Pass, "(from UUID).String()"}, {Pass, "(from UUID).Bytes()"}, {Pass, "Must(from, _)"},
		},
	},
	{
		Paths: []string{"github.com/rs/xid"},
		Rows: []Row{
			{Read, "New() weak"}, {Pass, "(from ID).String()"},
		},
	},
	{
		Paths: []string{"github.com/oklog/ulid", "github.com/oklog/ulid/v2"},
		Rows: []Row{
			// ten of the sixteen bytes are of the reader that is given; that of Make is a
			// math/rand one
			{Read, "Make() weak"}, {Pass, "New(_, from)"}, {Pass, "MustNew(_, from)"},
			{Pass, "Monotonic(from, _)"},
			{Read, "DefaultEntropy() weak"}, {Pass, "(from ULID).String()"},
		},
	},
}
