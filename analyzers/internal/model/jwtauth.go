package model

// jwtauth is go-chi/jwtauth. Verifier puts what it finds into the context and lets every request
// pass, Authenticator refuses those without a good token. Decode checks the signature only.
var jwtauth = []Library{{
	Tokens: true, MinKeyLen: 1, PinsAlg: true, EncodesNumericDate: true,
	Paths: []string{"github.com/go-chi/jwtauth", "github.com/go-chi/jwtauth/v5"},
	Rows: []Row{
		{Build, "New(method, key, key, options...) signer"},
		{Build, "NewWithParser(method, _, key, key) signer"},
		{Sign, "(signer *JWTAuth).Encode(claims) object, token"},
		{Claim, "SetExpiry(object, exp)"},
		{Claim, "SetExpiryIn(object, life)"},
		{Claim, "SetIssuedAt(object, iat)"},
		{Verify, "VerifyRequest(signer, _, _...) object"},
		{Verify, "VerifyToken(signer, token) object"},
		{Verify, "(signer *JWTAuth).Decode(token) object, signatureonly"},
		{Middleware, "Verifier(signer) tolerant"},
		{Middleware, "Verify(signer, _...) tolerant"},
		{Middleware, "Authenticator(_) strict"},
		{Check, "FromContext(_) tolerant"},
		{Read, "TokenFromHeader(_) token"},
		{Read, "TokenFromCookie(_) token"},
		{Build, "TokenFromQuery(_) query"},
		{ErrorVar, "ErrExpired expired"},
		{Time, "UnixTime(instant) seconds"},
		{Time, "EpochNow() clock"},
	},
}}
