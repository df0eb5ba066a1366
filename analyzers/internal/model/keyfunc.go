package model

// keyfunc is MicahParks/keyfunc, which makes the key function of golang-jwt from a JWKS. The keys
// of a JWKS have types, so that a public key is no secret of an HMAC; a JWK that has an alg is
// used for that one only.
var keyfunc = []Library{
	{
		Tokens: true,
		Paths:  []string{"github.com/MicahParks/keyfunc", "github.com/MicahParks/keyfunc/v2"},
		Rows: []Row{
			{Build, "NewGivenHMAC(key)"},
			{Build, "NewGivenCustom(key)"},
			{Build, "NewGivenHMACCustomWithOptions(key, options)"},
			{Build, "NewGivenCustomWithOptions(key, options)"},
			{Build, "GivenKeyOptions.Algorithm method"},
			{Build, "NewJSON(key) object"},
			{Build, "NewGiven(_) object"},
			{FetchKeys, "Get(address, options)"},
			{PinAlg, "(object *JWKS).Keyfunc(_)"},
			{PinAlg, "(object *MultipleJWKS).Keyfunc(_)"},
		},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/MicahParks/keyfunc/v3"},
		Rows: []Row{
			{Build, "NewJWKJSON(key) object"},
			{Build, "NewJWKSetJSON(key) object"},
			{PinAlg, "(object Keyfunc).Keyfunc(_)"},
			{PinAlg, "(object Keyfunc).KeyfuncCtx(_)"},
			{FetchKeys, "NewDefault(address)"}, {FetchKeys, "NewDefaultCtx(_, address)"},
			{FetchKeys, "NewDefaultOverrideCtx(_, address, options)"},
		},
	},
	{
		Paths: []string{"github.com/MicahParks/jwkset"},
		Rows: []Row{
			{FetchKeys, "NewDefaultHTTPClient(address)"},
			{FetchKeys, "NewDefaultHTTPClientCtx(_, address)"},
			{FetchKeys, "NewStorageFromHTTP(address, options)"},
		},
	},
}
