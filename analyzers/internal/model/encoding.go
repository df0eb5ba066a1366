package model

// encoding lists the packages below encoding of the standard library.
var encoding = []Library{
	{
		Paths: []string{"encoding/json"},
		Rows: []Row{
			{Build, "NewEncoder(writer) object"},
			{Log, "(object *Encoder).Encode(written)"},
			{Pass, "Marshal(from) encoded, _"}, {Pass, "MarshalIndent(from, _, _) encoded, _"},
			{Fill, "Unmarshal(from, filled)"},
			{Pass, "NewDecoder(from)"}, {Fill, "(from *Decoder).Decode(filled)"},
		},
	},
	{
		Paths: []string{"encoding/base64", "encoding/base32"},
		Rows: []Row{
			{Pass, "(*Encoding).DecodeString(from) segment"},
			{Pass, "(*Encoding).EncodeToString(from) [4n/3]"},
			{Pass, "NewDecoder(_, from) segment"},
		},
	},
	{
		Paths: []string{"encoding/hex"},
		Rows: []Row{
			{Pass, "DecodeString(from)"}, {Pass, "EncodeToString(from) [2n]"},
		},
	},
	{
		Paths: []string{"encoding/pem"},
		Rows: []Row{
			{Pass, "Decode(from) key"}, {Hold, "Block.Bytes from"},
		},
	},
}
