package model

// generators lists what makes values up: for keys only the cryptographic ones will do (RFC 8725
// section 3.5).
var generators = []Library{
	{
		Paths: []string{"crypto/rand"},
		Rows: []Row{
			{Read, "Read(random)"},
			{Read, "Text() random[26]"},
			{Read, "Int(_, _) random"},
			{Read, "Prime(_, _) random"},
			{Read, "Reader random"},
		},
	},
	{
		Paths: []string{"math/rand", "math/rand/v2"},
		Rows: []Row{
			{Read, "Read(weak)"}, {Read, "Int() weak"}, {Read, "Intn(_) weak"},
			{Read, "IntN(_) weak"}, {Read, "Int31() weak"}, {Read, "Int31n(_) weak"},
			{Read, "Int32() weak"}, {Read, "Int32N(_) weak"}, {Read, "Int63() weak"},
			{Read, "Int63n(_) weak"}, {Read, "Int64() weak"}, {Read, "Int64N(_) weak"},
			{Read, "Uint() weak"}, {Read, "UintN(_) weak"}, {Read, "Uint32() weak"},
			{Read, "Uint32N(_) weak"}, {Read, "Uint64() weak"}, {Read, "Uint64N(_) weak"},
			{Read, "N(_) weak"}, {Read, "Float32() weak"}, {Read, "Float64() weak"},
			{Read, "Perm(_) weak"},
			{Read, "(*Rand).Read(weak)"}, {Read, "(*Rand).Int() weak"},
			{Read, "(*Rand).Intn(_) weak"}, {Read, "(*Rand).IntN(_) weak"},
			{Read, "(*Rand).Int31() weak"}, {Read, "(*Rand).Int31n(_) weak"},
			{Read, "(*Rand).Int32() weak"}, {Read, "(*Rand).Int32N(_) weak"},
			{Read, "(*Rand).Int63() weak"}, {Read, "(*Rand).Int63n(_) weak"},
			{Read, "(*Rand).Int64() weak"}, {Read, "(*Rand).Int64N(_) weak"},
			{Read, "(*Rand).Uint32() weak"}, {Read, "(*Rand).Uint64() weak"},
			{Read, "(*Rand).Float64() weak"}, {Read, "(*Rand).Perm(_) weak"},
		},
	},
}
