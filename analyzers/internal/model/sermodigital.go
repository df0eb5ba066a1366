package model

// sermoDigital is SermoDigital/jose. ParseJWT only parses: Verify of the object it yields checks the signature, exp and
// nbf with the algorithm it is given. After v0.9.1 it is Validate, and claims have setters.
var sermoDigital = []Library{
	{
		Tokens: true, Pins: true, Dates: true,
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
		Rows: []Row{
			{Alg, "SigningMethodHS256 HS256"}, {Alg, "SigningMethodHS384 HS384"}, {Alg, "SigningMethodHS512 HS512"},
			{Alg, "SigningMethodRS256 RS256"}, {Alg, "SigningMethodRS384 RS384"}, {Alg, "SigningMethodRS512 RS512"},
			{Alg, "SigningMethodPS256 PS256"}, {Alg, "SigningMethodPS384 PS384"}, {Alg, "SigningMethodPS512 PS512"},
			{Alg, "SigningMethodES256 ES256"}, {Alg, "SigningMethodES384 ES384"}, {Alg, "SigningMethodES512 ES512"},
			{Alg, "Unsecured none"},
			{Pass, "ParseRSAPrivateKeyFromPEM(from) key"},
			{Pass, "ParseECPrivateKeyFromPEM(from) key"},
			{Read, "ParseRSAPublicKeyFromPEM(_) public"},
			{Read, "ParseECPublicKeyFromPEM(_) public"},
		},
	},
}
