package model

import "slices"

// kataras is kataras/jwt: the algorithm is an argument of every call, and exp, nbf and iat are
// checked where they are present. Any key is taken, an empty one too.
var kataras = []Library{{
	Tokens: true, PinsAlg: true,
	Paths: []string{"github.com/kataras/jwt"},
	Rows: slices.Concat(katarasCalls, []Row{
		{Sign, "SignWithHeader(method, key, claims, _, options...) token"},
		{Verify, "VerifyWithHeaderValidator(method, key, token, _, options...) object"},
		{Verify, "VerifyEncrypted(method, key, _, token, options...) object"},
		{Decode, "Decode(token) object"},
		{Alg, "NONE none"},
		// exp is set by the key's own MaxAge, too
		{Sign, "(Keys).SignToken(_, _, options...) token"},
		{Verify, "(Keys).VerifyToken(token, claims, options...)"},
		{Build, "(Keys).Register(method, _, key, key)"},
		{Build, "Key.Alg method"},
		{Build, "Key.Private key"},
		{Build, "Key.Public key"},
		{Build, "Key.MaxAge life"},
		{Encrypt, "GCM(key, _) _"},
		{Read, "LoadHMAC(name) file, _"}, // or a key, where there is no such file
		{Read, "MustLoadHMAC(name) file"},
		{Claim, "Claims.Expiry exp"},
		{Claim, "Claims.NotBefore nbf"},
		{Claim, "Claims.IssuedAt iat"},
		{Claim, "Claims.Audience aud"},
		{Claim, "Claims.Issuer iss"},
		{Claim, "Claims.Subject sub"},
		{Claim, "Claims.ID jti"},
		{Check, "Expected.Audience audience"},
		{Check, "Expected.Issuer issuer"},
		{Pass, "ParsePrivateKeyRSA(from) key"},
		{Pass, "ParsePrivateKeyECDSA(from) key"},
		{Pass, "ParsePrivateKeyEdDSA(from) key"},
		{Read, "ParsePublicKeyRSA(_) public"},
		{Read, "ParsePublicKeyECDSA(_) public"},
		{Read, "ParsePublicKeyEdDSA(_) public"},
		{Read, "MustGenerateRandom(_) random"},
	}),
}}

// katarasCalls are the functions that both packages have.
var katarasCalls = slices.Concat(algRows("", ""), []Row{
	{Sign, "Sign(method, key, claims, options...) token"},
	{Sign, "SignEncrypted(method, key, _, claims, options...) token"},
	{Build, "MaxAge(life)"},
	{Verify, "Verify(method, key, token, options...) object"},
	{SkipClaims, "Leeway(leeway)"},
	{ErrorVar, "ErrExpired expired"},

	{Alg, "EdDSA EdDSA"},
})
