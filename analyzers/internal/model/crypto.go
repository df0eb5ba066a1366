package model

// keys lists the packages of package crypto that make, hold and parse keys.
var keys = []Library{
	{
		Paths: []string{"crypto"},
		Rows:  []Row{{TypeRole, "PublicKey public"}},
	},
	{
		Paths: []string{"crypto/rsa"},
		Rows: []Row{
			{Read, "GenerateKey(_, bits) random"},
			{TypeRole, "PrivateKey key"}, {TypeRole, "PublicKey public"},
		},
	},
	{
		Paths: []string{"crypto/ecdsa"},
		Rows: []Row{
			{Read, "GenerateKey(curve, _) random"},
			{TypeRole, "PrivateKey key"}, {TypeRole, "PublicKey public"},
		},
	},
	{
		Paths: []string{"crypto/elliptic"},
		Rows: []Row{
			{Read, "P224() curve[224]"}, {Read, "P256() curve[256]"}, {Read, "P384() curve[384]"},
			{Read, "P521() curve[521]"},
		},
	},
	{
		Paths: []string{"crypto/ed25519"},
		Rows: []Row{
			{Read, "GenerateKey(_) public, random"}, {Pass, "NewKeyFromSeed(from)"},
			{TypeRole, "PublicKey public"},
		},
	},
	{
		Paths: []string{"crypto/x509"},
		Rows: []Row{
			{Pass, "ParsePKCS1PrivateKey(from) key"}, {Pass, "ParsePKCS8PrivateKey(from) key"},
			{Pass, "ParseECPrivateKey(from) key"},
			{Read, "ParsePKIXPublicKey(_) public"}, {Read, "ParsePKCS1PublicKey(_) public"},
			{Read, "ParseCertificate(_) public"},
			{Check, "(*Certificate).Verify(_) public, _"},
			{Check, "(*Certificate).CheckSignatureFrom(public)"},
			{Check, "(*Certificate).CheckSignature(_, _, _)"},
		},
	},
}

// hashes lists what makes digests, and keys of other keys or of passwords.
var hashes = []Library{
	{
		Paths: []string{"crypto/md5", "crypto/sha1"},
		Rows: []Row{
			{Hash, "Sum(from)"},
		},
	},
	{
		Paths: []string{"crypto/sha256"},
		Rows: []Row{
			{Hash, "Sum256(from)"}, {Hash, "Sum224(from)"},
		},
	},
	{
		Paths: []string{"crypto/sha512"},
		Rows: []Row{
			{Hash, "Sum512(from)"}, {Hash, "Sum384(from)"}, {Hash, "Sum512_256(from)"},
		},
	},
	{
		Paths: []string{"crypto/sha3"},
		Rows: []Row{
			{Hash, "Sum256(from)"}, {Hash, "Sum384(from)"}, {Hash, "Sum512(from)"},
			{Hash, "SumSHAKE256(from, _)"},
		},
	},
	{
		Paths: []string{"crypto/hmac"},
		Rows: []Row{
			{Mac, "New(_, key)"},
		},
	},
	{
		Paths: []string{"crypto/hkdf"},
		Rows: []Row{
			{Hash, "Key(_, from, from, _, _)"}, {Hash, "Extract(_, from, from)"},
			{Hash, "Expand(_, from, _, _)"},
		},
	},
	{
		Paths: []string{"crypto/pbkdf2"},
		Rows: []Row{
			{Derive, "Key(_, from, from, _, _)"},
		},
	},
	{
		Paths: []string{"golang.org/x/crypto/hkdf"},
		Rows: []Row{
			{Hash, "New(_, from, from, _)"}, {Hash, "Extract(_, from, from)"},
			{Hash, "Expand(_, from, _)"},
		},
	},
	{
		Paths: []string{"golang.org/x/crypto/pbkdf2"},
		Rows: []Row{
			{Derive, "Key(from, from, _, _, _)"},
		},
	},
	{
		Paths: []string{"golang.org/x/crypto/scrypt"},
		Rows: []Row{
			{Derive, "Key(from, from, _, _, _, _)"},
		},
	},
	{
		Paths: []string{"golang.org/x/crypto/bcrypt"},
		Rows: []Row{
			{Password, "CompareHashAndPassword(_, from)"},
		},
	},
	{
		Paths: []string{"github.com/alexedwards/argon2id"},
		Rows: []Row{
			{Password, "ComparePasswordAndHash(from, _)"}, {Password, "CheckHash(from, _)"},
		},
	},
	{
		Paths: []string{"golang.org/x/crypto/argon2"},
		Rows: []Row{
			{Derive, "Key(from, from, _, _, _, _)"}, {Derive, "IDKey(from, from, _, _, _, _)"},
		},
	},
}
