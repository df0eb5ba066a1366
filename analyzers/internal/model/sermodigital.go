package model

import "slices"

// sermoDigital is SermoDigital/jose. ParseJWT only parses: Verify of the object it returns checks
// the signature, exp and nbf with the algorithm it is given. After v0.9.1 it is Validate, and
// claims have setters.
var sermoDigital = []Library{
	{
		Tokens: true, PinsAlg: true, EncodesNumericDate: true,
		Paths: []string{"github.com/SermoDigital/jose/jws", "github.com/SermoDigital/jose/jwt"},
		Rows: []Row{
			{Build, "NewJWT(claims, method) object"},
			{Build, "New(_, method...) object"},
			{Sign, "(object JWT).Serialize(key) token"},
			{Sign, "(object *JWS).Compact(key) token"},
			{Sign, "(object *JWS).Serialize(key) token"},
			{Sign, "(object *JWS).Flat(key) token"},
			{Claim, "(object Claims).Set(name, value)"},
			{Claim, "(object Claims).SetExpiration(exp)"},
			{Claim, "(object Claims).SetNotBefore(nbf)"},
			{Claim, "(object Claims).SetIssuedAt(iat)"},
			{Claim, "(object Claims).SetAudience(aud...)"},
			{Claim, "(object Claims).SetIssuer(iss)"},
			{Claim, "(object Claims).SetSubject(sub)"},
			{Claim, "(object Claims).SetJWTID(jti)"},
			{Build, "ParseJWT(token) object"},
			{Build, "Parse(token, _...) object"},
			{Build, "ParseCompact(token, _...) object"},
			{Build, "ParseJWTFromRequest(_) object"},
			{Verify, "(object JWT).Verify(key, method, options...)"},
			{Verify, "(object JWT).Validate(key, method, options...)"},
			{Verify, "(object *JWS).Verify(key, method, options...)"},
			{Verify, "(object *JWS).Validate(key, method)"},
		},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/SermoDigital/jose/crypto"},
		Rows: slices.Concat(algRows("SigningMethod", ""), []Row{
			{Alg, "Unsecured none"},
			{Pass, "ParseRSAPrivateKeyFromPEM(from) key"},
			{Pass, "ParseECPrivateKeyFromPEM(from) key"},
			{Read, "ParseRSAPublicKeyFromPEM(_) public"},
			{Read, "ParseECPublicKeyFromPEM(_) public"},
		}),
	},
}
