package model

// passes lists the helpers whose result is made of their arguments.
var passes = []Library{
	{Paths: []string{"strings", "bytes"}, Rows: []Row{
		{Pass, "TrimSpace(from)"}, {Pass, "Trim(from, _)"}, {Pass, "TrimLeft(from, _)"}, {Pass, "TrimRight(from, _)"},
		{Pass, "TrimPrefix(from, _)"}, {Pass, "TrimSuffix(from, _)"}, {Pass, "ToLower(from)"}, {Pass, "ToUpper(from)"},
		{Pass, "Replace(from, mask, _, _)"}, {Pass, "ReplaceAll(from, mask, _)"}, {Pass, "Repeat(from, _)"}, {Pass, "Clone(from)"},
		{Pass, "NewReader(from)"}, {Pass, "NewBufferString(from)"}, {Pass, "NewBuffer(from)"},
		{Pass, "(from *Buffer).Bytes()"}, {Pass, "(from *Buffer).String()"}, {Pass, "Fields(from) parts"}, {Pass, "Split(from, between) parts"},
		{Pass, "SplitN(from, between, _) parts"}, {Pass, "SplitAfter(from, between) parts"},
	}},
	{Paths: []string{"strconv"}, Rows: []Row{{Pass, "Itoa(from)"}, {Pass, "FormatInt(from, _)"}, {Pass, "Quote(from)"}}},
	{Paths: []string{"encoding/base64", "encoding/base32"}, Rows: []Row{
		{Pass, "(*Encoding).DecodeString(from) segment"}, {Pass, "(*Encoding).EncodeToString(from)"},
	}},
	{Paths: []string{"encoding/hex"}, Rows: []Row{{Pass, "DecodeString(from)"}, {Pass, "EncodeToString(from)"}}},
	{Paths: []string{"encoding/pem"}, Rows: []Row{{Pass, "Decode(from) key"}, {Hold, "Block.Bytes from"}}},
	{Paths: []string{"crypto/x509"}, Rows: []Row{
		{Pass, "ParsePKCS1PrivateKey(from) key"}, {Pass, "ParsePKCS8PrivateKey(from) key"}, {Pass, "ParseECPrivateKey(from) key"},
		{Read, "ParsePKIXPublicKey(_) public"}, {Read, "ParsePKCS1PublicKey(_) public"}, {Read, "ParseCertificate(_) public"},
	}},
	{Paths: []string{"path", "path/filepath"}, Rows: []Row{{Pass, "Join(from...) path"}}},
	{Paths: []string{"crypto/rsa", "crypto/ecdsa"}, Rows: []Row{{Carry, "PrivateKey key"}}},
	{Paths: []string{"cmp"}, Rows: []Row{{Choose, "Or(from...)"}}},
	{Paths: []string{"slices"}, Rows: []Row{{Pass, "Clone(from)"}}},
	{Paths: []string{"crypto/md5", "crypto/sha1"}, Rows: []Row{{Hash, "Sum(from)"}}},
	{Paths: []string{"crypto/sha256"}, Rows: []Row{{Hash, "Sum256(from)"}, {Hash, "Sum224(from)"}}},
	{Paths: []string{"crypto/sha512"}, Rows: []Row{{Hash, "Sum512(from)"}, {Hash, "Sum384(from)"}, {Hash, "Sum512_256(from)"}}},
	{Paths: []string{"crypto/sha3"}, Rows: []Row{{Hash, "Sum256(from)"}, {Hash, "Sum384(from)"}, {Hash, "Sum512(from)"}, {Hash, "SumSHAKE256(from, _)"}}},
	{Paths: []string{"crypto/hkdf"}, Rows: []Row{{Hash, "Key(_, from, from, _, _)"}, {Hash, "Extract(_, from, from)"}, {Hash, "Expand(_, from, _, _)"}}},
	{Paths: []string{"crypto/pbkdf2"}, Rows: []Row{{Hash, "Key(_, from, from, _, _)"}}},
	{Paths: []string{"golang.org/x/crypto/hkdf"}, Rows: []Row{{Hash, "New(_, from, from, _)"}, {Hash, "Extract(_, from, from)"}, {Hash, "Expand(_, from, _)"}}},
	{Paths: []string{"golang.org/x/crypto/pbkdf2"}, Rows: []Row{{Hash, "Key(from, from, _, _, _)"}}},
	{Paths: []string{"golang.org/x/crypto/scrypt"}, Rows: []Row{{Hash, "Key(from, from, _, _, _, _)"}}},
	{Paths: []string{"golang.org/x/crypto/argon2"}, Rows: []Row{{Hash, "Key(from, from, _, _, _, _)"}, {Hash, "IDKey(from, from, _, _, _, _)"}}},

	{Paths: []string{"runtime"}, Rows: []Row{{Exit, "Goexit()"}}},
	{Paths: []string{"github.com/go-playground/validator/v10", "github.com/go-playground/validator"}, Rows: []Row{
		{Require, "(*Validate).Struct(from)"}, {Require, "(*Validate).Var(from, _)"},
	}},
}
