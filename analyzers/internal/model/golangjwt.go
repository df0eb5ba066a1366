package model

// tokenLibraries lists the libraries that make and check tokens.
var tokenLibraries = []Library{golangJWT}

// golangJWT is the jwt-go family: dgrijalva's original and everything that grew out of it.
var golangJWT = Library{
	Tokens: true,
	Paths: []string{
		"github.com/golang-jwt/jwt",
		"github.com/golang-jwt/jwt/v4",
		"github.com/golang-jwt/jwt/v5",
		"github.com/dgrijalva/jwt-go",
		"github.com/dgrijalva/jwt-go/v4",
		"github.com/form3tech-oss/jwt-go",
		"github.com/golang-jwt/jwt/request",
		"github.com/golang-jwt/jwt/v4/request",
		"github.com/golang-jwt/jwt/v5/request",
		"github.com/dgrijalva/jwt-go/request",
		"github.com/dgrijalva/jwt-go/v4/request",
		"github.com/form3tech-oss/jwt-go/request",
	},
	Rows: []Row{
		{Build, "New(method, options...) object"},
		{Build, "NewWithClaims(method, claims, options...) object"},
		{Sign, "(object *Token).SignedString(key, _...) token"},
		{Sign, "(method *SigningMethodHMAC).Sign(_, key)"},
		{Sign, "(method *SigningMethodRSA).Sign(_, key)"},
		{Sign, "(method *SigningMethodRSAPSS).Sign(_, key)"},
		{Sign, "(method *SigningMethodECDSA).Sign(_, key)"},
		{Sign, "(method *SigningMethodEd25519).Sign(_, key)"},
		{Sign, "(method SigningMethod).Sign(_, key)"},
		{Hold, "Token.Claims claims"},
		{Hold, "Token.Method method"},
		{Hold, "Token.Raw token"},
		{Carry, "Token token"},

		{Verify, "Parse(token, keyfunc, options...) object"},
		{Verify, "ParseWithClaims(token, claims, keyfunc, options...) object"},
		{Verify, "(*Parser).Parse(token, keyfunc) object"},
		{Verify, "(*Parser).ParseWithClaims(token, claims, keyfunc) object"},
		{Verify, "(method *SigningMethodHMAC).Verify(_, _, key)"},
		{Verify, "(method SigningMethod).Verify(_, _, key)"},
		{Verify, "ParseFromRequest(request, _, keyfunc, options...) object"},
		{Verify, "ParseFromRequestWithClaims(request, _, claims, keyfunc) object"},
		{Build, "KnownKeyfunc(method, key) keyfunc"},
		{PinAlg, "WithValidMethods(methods)"},
		{Hold, "Parser.ValidMethods methods"},
		{Decode, "(*Parser).ParseUnverified(token, claims) object"},

		{Alg, "SigningMethodHS256 HS256"}, {Alg, "SigningMethodHS384 HS384"}, {Alg, "SigningMethodHS512 HS512"},
		{Alg, "SigningMethodRS256 RS256"}, {Alg, "SigningMethodRS384 RS384"}, {Alg, "SigningMethodRS512 RS512"},
		{Alg, "SigningMethodPS256 PS256"}, {Alg, "SigningMethodPS384 PS384"}, {Alg, "SigningMethodPS512 PS512"},
		{Alg, "SigningMethodES256 ES256"}, {Alg, "SigningMethodES384 ES384"}, {Alg, "SigningMethodES512 ES512"},
		{Alg, "SigningMethodEdDSA EdDSA"}, {Alg, "SigningMethodNone none"},

		{Pass, "ParseRSAPrivateKeyFromPEM(from) key"},
		{Pass, "ParseRSAPrivateKeyFromPEMWithPassword(from, _) key"},
		{Pass, "ParseECPrivateKeyFromPEM(from) key"},
		{Pass, "ParseEdPrivateKeyFromPEM(from) key"},
		{Read, "ParseRSAPublicKeyFromPEM(_) public"},
		{Read, "ParseECPublicKeyFromPEM(_) public"},
		{Read, "ParseEdPublicKeyFromPEM(_) public"},

		{Time, "NewNumericDate(instant) instant"},
		{Time, "At(instant) instant"},
		{Time, "NewTime(seconds) instant"},
		{Time, "Now() clock"},
	},
}
