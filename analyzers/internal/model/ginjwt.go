package model

// ginJWT is appleboy/gin-jwt and the middlewares that are made after it. They sign and check with one key, set exp from
// Timeout and compare the algorithm with their own, HS256 unless another is named; a KeyFunc takes key and comparison over.
var ginJWT = []Library{
	{
		Tokens: true, Pins: true,
		Paths: []string{"github.com/appleboy/gin-jwt/v2", "github.com/appleboy/gin-jwt/v3"},
		Rows: []Row{
			{Sign, "GinJWTMiddleware.Key key"},
			{Sign, "GinJWTMiddleware.PrivKeyBytes key"},
			{Sign, "GinJWTMiddleware.SigningAlgorithm method"},
			{Sign, "GinJWTMiddleware.Timeout life"},
			{Sign, "GinJWTMiddleware.MaxRefresh refresh"},
			{Sign, "GinJWTMiddleware.RefreshTokenTimeout refresh"},
			{Verify, "GinJWTMiddleware.KeyFunc keyfunc"},
			{Verify, "GinJWTMiddleware.ParseOptions options"},
			{Guard, "GinJWTMiddleware.DisabledAbort tolerant"},
			{Guard, "(*GinJWTMiddleware).MiddlewareFunc() strict"},
			{Sign, "(*GinJWTMiddleware).TokenGenerator() token"},
			{Verify, "(*GinJWTMiddleware).ParseToken() object"},
			{Verify, "(*GinJWTMiddleware).ParseTokenString(token) object"},
			{Read, "GetToken(_) token"},
			{Fail, "ErrExpiredToken expired"},
		},
	},
	{
		Tokens: true, Pins: true,
		Paths: []string{"github.com/hertz-contrib/jwt"},
		Rows: []Row{
			{Sign, "HertzJWTMiddleware.Key key"},
			{Sign, "HertzJWTMiddleware.PrivKeyBytes key"},
			{Sign, "HertzJWTMiddleware.SigningAlgorithm method"},
			{Sign, "HertzJWTMiddleware.Timeout life"},
			{Sign, "HertzJWTMiddleware.MaxRefresh refresh"},
			{Verify, "HertzJWTMiddleware.KeyFunc keyfunc"},
			{Verify, "HertzJWTMiddleware.ParseOptions options"},
			{Guard, "HertzJWTMiddleware.DisabledAbort tolerant"},
			{Guard, "(*HertzJWTMiddleware).MiddlewareFunc() strict"},
			{Sign, "(*HertzJWTMiddleware).TokenGenerator(_) token"},
			{Verify, "(*HertzJWTMiddleware).ParseToken() object"},
			{Verify, "(*HertzJWTMiddleware).ParseTokenString(token) object"},
			{Read, "GetToken(_, _) token"},
			{Fail, "ErrExpiredToken expired"},
		},
	},
	{
		Tokens: true, Pins: true,
		Paths: []string{"github.com/gogf/gf-jwt/v2"},
		Rows: []Row{
			{Sign, "GfJWTMiddleware.Key key"},
			{Sign, "GfJWTMiddleware.PrivKeyBytes key"},
			{Sign, "GfJWTMiddleware.SigningAlgorithm method"},
			{Sign, "GfJWTMiddleware.Timeout life"},
			{Sign, "GfJWTMiddleware.MaxRefresh refresh"},
			{Verify, "GfJWTMiddleware.KeyFunc keyfunc"},
			{Guard, "(*GfJWTMiddleware).MiddlewareFunc() strict"},
			{Sign, "(*GfJWTMiddleware).TokenGenerator(_) token"},
			{Read, "(*GfJWTMiddleware).GetToken(_) token"},
			{Fail, "ErrExpiredToken expired"},
		},
	},
}
