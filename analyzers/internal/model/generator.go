package model

// generators lists what makes values up: for keys only the cryptographic ones will do (RFC 8725 section 3.5).
var generators = []Library{
	{Paths: []string{"crypto/rand"}, Rows: []Row{
		{Read, "Read(random)"},
		{Read, "Text() random[26]"},
		{Read, "Int(_, _) random"},
		{Read, "Prime(_, _) random"},
		{Read, "Reader random"},
	}},
	{Paths: []string{"crypto/rsa"}, Rows: []Row{{Read, "GenerateKey(_, bits) random"}}},
	{Paths: []string{"crypto/ecdsa"}, Rows: []Row{{Read, "GenerateKey(curve, _) random"}}},
	{Paths: []string{"crypto/elliptic"}, Rows: []Row{
		{Read, "P224() curve[224]"}, {Read, "P256() curve[256]"}, {Read, "P384() curve[384]"}, {Read, "P521() curve[521]"},
	}},
	{Paths: []string{"crypto/ed25519"}, Rows: []Row{{Read, "GenerateKey(_) public, random"}, {Pass, "NewKeyFromSeed(from)"}}},
	{Paths: []string{"math/rand", "math/rand/v2"}, Rows: weakGenerator},
	{Paths: []string{"github.com/google/uuid"}, Rows: []Row{
		{Read, "New() random"}, {Read, "NewString() random[36]"}, {Read, "NewRandom() random"}, {Read, "NewV7() random"},
		{Read, "NewUUID() weak"}, {Read, "NewDCESecurity(_, _) weak"}, {Read, "NewV6() weak"},
		{Pass, "(from UUID).String()"}, {Pass, "Must(from, _)"},
	}},
	{Paths: []string{"github.com/gofrs/uuid", "github.com/gofrs/uuid/v5", "github.com/satori/go.uuid"}, Rows: []Row{
		{Read, "NewV4() random"}, {Read, "NewV7() random"}, {Read, "NewV1() weak"}, {Read, "NewV6() weak"},
		{Pass, "(from UUID).String()"}, {Pass, "(from UUID).Bytes()"}, {Pass, "Must(from, _)"},
	}},
	{Paths: []string{"github.com/rs/xid"}, Rows: []Row{{Read, "New() weak"}, {Pass, "(from ID).String()"}}},
	{Paths: []string{"github.com/oklog/ulid", "github.com/oklog/ulid/v2"}, Rows: []Row{
		// ten of the sixteen bytes are of the reader that is given; Make's reader is a math/rand one
		{Read, "Make() weak"}, {Pass, "New(_, from)"}, {Pass, "MustNew(_, from)"}, {Pass, "Monotonic(from, _)"},
		{Read, "DefaultEntropy() weak"}, {Pass, "(from ULID).String()"},
	}},
}

// weakGenerator holds the rows of both versions of math/rand.
var weakGenerator = []Row{
	{Read, "Read(weak)"}, {Read, "Int() weak"}, {Read, "Intn(_) weak"}, {Read, "IntN(_) weak"}, {Read, "Int31() weak"},
	{Read, "Int31n(_) weak"}, {Read, "Int32() weak"}, {Read, "Int32N(_) weak"}, {Read, "Int63() weak"}, {Read, "Int63n(_) weak"},
	{Read, "Int64() weak"}, {Read, "Int64N(_) weak"}, {Read, "Uint() weak"}, {Read, "UintN(_) weak"}, {Read, "Uint32() weak"},
	{Read, "Uint32N(_) weak"}, {Read, "Uint64() weak"}, {Read, "Uint64N(_) weak"}, {Read, "N(_) weak"}, {Read, "Float32() weak"},
	{Read, "Float64() weak"}, {Read, "Perm(_) weak"},
	{Read, "(*Rand).Read(weak)"}, {Read, "(*Rand).Int() weak"}, {Read, "(*Rand).Intn(_) weak"}, {Read, "(*Rand).IntN(_) weak"},
	{Read, "(*Rand).Int31() weak"}, {Read, "(*Rand).Int31n(_) weak"}, {Read, "(*Rand).Int32() weak"}, {Read, "(*Rand).Int32N(_) weak"},
	{Read, "(*Rand).Int63() weak"}, {Read, "(*Rand).Int63n(_) weak"}, {Read, "(*Rand).Int64() weak"}, {Read, "(*Rand).Int64N(_) weak"},
	{Read, "(*Rand).Uint32() weak"}, {Read, "(*Rand).Uint64() weak"}, {Read, "(*Rand).Float64() weak"}, {Read, "(*Rand).Perm(_) weak"},
}
