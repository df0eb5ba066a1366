package model

// passes lists the helpers whose result is made of their arguments.
var passes = []Library{
	{Paths: []string{"strings", "bytes"}, Rows: []Row{
		{Pass, "TrimSpace(from)"}, {Pass, "Trim(from, _)"}, {Pass, "TrimLeft(from, _)"}, {Pass, "TrimRight(from, _)"},
		{Pass, "TrimPrefix(from, _)"}, {Pass, "TrimSuffix(from, _)"}, {Pass, "ToLower(from)"}, {Pass, "ToUpper(from)"},
		{Pass, "Replace(from, _, _, _)"}, {Pass, "ReplaceAll(from, _, _)"}, {Pass, "Repeat(from, _)"}, {Pass, "Clone(from)"},
		{Pass, "NewReader(from)"}, {Pass, "NewBufferString(from)"}, {Pass, "NewBuffer(from)"},
		{Pass, "(from *Buffer).Bytes()"}, {Pass, "(from *Buffer).String()"}, {Pass, "Fields(from)"}, {Pass, "Split(from, _)"},
	}},
	{Paths: []string{"fmt"}, Rows: []Row{{Pass, "Sprintf(from...)"}, {Pass, "Sprint(from...)"}, {Pass, "Sprintln(from...)"}}},
	{Paths: []string{"strconv"}, Rows: []Row{{Pass, "Itoa(from)"}, {Pass, "FormatInt(from, _)"}, {Pass, "Quote(from)"}}},
	{Paths: []string{"encoding/base64", "encoding/base32"}, Rows: []Row{
		{Pass, "(*Encoding).DecodeString(from)"}, {Pass, "(*Encoding).EncodeToString(from)"},
	}},
	{Paths: []string{"encoding/hex"}, Rows: []Row{{Pass, "DecodeString(from)"}, {Pass, "EncodeToString(from)"}}},
	{Paths: []string{"encoding/pem"}, Rows: []Row{{Pass, "Decode(from) key"}, {Hold, "Block.Bytes from"}}},
	{Paths: []string{"crypto/x509"}, Rows: []Row{
		{Pass, "ParsePKCS1PrivateKey(from) key"}, {Pass, "ParsePKCS8PrivateKey(from) key"}, {Pass, "ParseECPrivateKey(from) key"},
		{Read, "ParsePKIXPublicKey(_) public"}, {Read, "ParsePKCS1PublicKey(_) public"}, {Read, "ParseCertificate(_) public"},
	}},
	{Paths: []string{"cmp"}, Rows: []Row{{Choose, "Or(from...)"}}},
	{Paths: []string{"slices"}, Rows: []Row{{Pass, "Clone(from)"}}},
	{Paths: []string{"crypto/md5", "crypto/sha1"}, Rows: []Row{{Hash, "Sum(from)"}}},
	{Paths: []string{"crypto/sha256"}, Rows: []Row{{Hash, "Sum256(from)"}, {Hash, "Sum224(from)"}}},
	{Paths: []string{"crypto/sha512"}, Rows: []Row{{Hash, "Sum512(from)"}, {Hash, "Sum384(from)"}, {Hash, "Sum512_256(from)"}}},
	{Paths: []string{"golang.org/x/crypto/pbkdf2"}, Rows: []Row{{Hash, "Key(from, _, _, _, _)"}}},
	{Paths: []string{"golang.org/x/crypto/scrypt"}, Rows: []Row{{Hash, "Key(from, _, _, _, _, _)"}}},
	{Paths: []string{"golang.org/x/crypto/argon2"}, Rows: []Row{{Hash, "Key(from, _, _, _, _, _)"}, {Hash, "IDKey(from, _, _, _, _, _)"}}},

	{Paths: []string{"log"}, Rows: []Row{
		{Exit, "Fatal(_...)"}, {Exit, "Fatalf(_...)"}, {Exit, "Fatalln(_...)"}, {Exit, "Panic(_...)"}, {Exit, "Panicf(_...)"}, {Exit, "Panicln(_...)"},
		{Exit, "(*Logger).Fatal(_...)"}, {Exit, "(*Logger).Fatalf(_...)"}, {Exit, "(*Logger).Fatalln(_...)"},
	}},
	{Paths: []string{"github.com/sirupsen/logrus"}, Rows: []Row{
		{Exit, "Fatal(_...)"}, {Exit, "Fatalf(_...)"}, {Exit, "Fatalln(_...)"}, {Exit, "Panic(_...)"}, {Exit, "Panicf(_...)"},
		{Exit, "(*Logger).Fatal(_...)"}, {Exit, "(*Logger).Fatalf(_...)"}, {Exit, "(*Entry).Fatal(_...)"}, {Exit, "(*Entry).Fatalf(_...)"},
	}},
	{Paths: []string{"go.uber.org/zap"}, Rows: []Row{
		{Exit, "(*Logger).Fatal(_...)"}, {Exit, "(*Logger).Panic(_...)"},
		{Exit, "(*SugaredLogger).Fatal(_...)"}, {Exit, "(*SugaredLogger).Fatalf(_...)"}, {Exit, "(*SugaredLogger).Fatalw(_...)"},
	}},
	{Paths: []string{"github.com/go-playground/validator/v10", "github.com/go-playground/validator"}, Rows: []Row{
		{Require, "(*Validate).Struct(from)"}, {Require, "(*Validate).Var(from, _)"},
	}},
}
