package model

// fosite is ory/fosite: a jwt-go shaped package on go-jose, and the settings of a server that
// issues tokens. The server sets exp by itself and refuses a secret below 32 bytes.
var fosite = []Library{
	{
		Tokens: true,
		Paths:  []string{"github.com/ory/fosite/token/jwt"},
		Rows: []Row{
			{Build, "NewWithClaims(method, claims) object"},
			{Sign, "(object *Token).SignedString(key) token"},
			{Sign, "(*DefaultSigner).Generate(_, claims, _) token"},
			{Sign, "DefaultSigner.GetPrivateKey keyfunc"},
			{Hold, "Token.Claims claims"},
			{Hold, "Token.Method method"},
			{Hold, "Token.Header jose"},
			{Verify, "Parse(token, keyfunc) object"},
			{Verify, "ParseWithClaims(token, claims, keyfunc) object"},
			{Verify, "(*DefaultSigner).Validate(_, token)"},
			{Verify, "(*DefaultSigner).Decode(_, token) object"},
			{Read, "(*Token).Valid() valid"},
			{Alg, "SigningMethodNone none"},
		},
	},
	{
		Tokens: true, MinKeyLen: 32,
		Paths: []string{"github.com/ory/fosite"},
		Rows: []Row{
			{Sign, "Config.GlobalSecret key"},
			{Sign, "Config.AccessTokenLifespan life"},
			{Sign, "Config.IDTokenLifespan life"},
			{Sign, "Config.RefreshTokenLifespan refresh"},
		},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/ory/fosite/compose"},
		Rows: []Row{
			{Build, "NewOAuth2JWTStrategy(keyfunc, _, _) object"},
			{Build, "NewOpenIDConnectStrategy(keyfunc, _) object"},
			{Build, "ComposeAllEnabled(options, _, key)"},
		},
	},
}
