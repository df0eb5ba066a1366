package model

// services lists what frameworks for services bring along. go-zero takes secrets only, so that a token is always one of
// an HMAC; kratos and go-kit compare the algorithm, kratos with HS256 unless another is named.
var services = []Library{
	{
		Tokens: true, Least: 8, Pins: true, Texts: true,
		Paths: []string{"github.com/zeromicro/go-zero/rest"},
		Rows: []Row{
			{Verify, "WithJwt(key)"},
			{Verify, "WithJwtTransition(key, key)"},
		},
	},
	{
		Tokens: true, Pins: true, Texts: true,
		Paths: []string{"github.com/zeromicro/go-zero/rest/handler", "github.com/zeromicro/go-zero/rest/token"},
		Rows: []Row{
			{Verify, "Authorize(key, options...)"},
			{Build, "WithPrevSecret(key)"},
			{Verify, "(*TokenParser).ParseToken(_, key, key) object"},
		},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/go-kratos/kratos/v2/middleware/auth/jwt"},
		Rows: []Row{
			{Verify, "Server(keyfunc, options...) HS256"},
			{Sign, "Client(keyfunc, options...) HS256"},
			{PinAlg, "WithSigningMethod(method)"},
			{Fail, "ErrTokenExpired expired"},
		},
	},
	{
		Tokens: true,
		Paths:  []string{"github.com/go-kit/kit/auth/jwt"},
		Rows: []Row{
			{Sign, "NewSigner(_, key, method, claims) _"},
			{Verify, "NewParser(keyfunc, method, _) _"},
			{Fail, "ErrTokenExpired expired"},
		},
	},
}
