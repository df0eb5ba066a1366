package model

// echoJWT is labstack/echo-jwt. The algorithm is compared with SigningMethod, HS256 unless another
// is named; a KeyFunc or a ParseTokenFunc takes that over. Package middleware of echo had the same
// before.
var echoJWT = []Library{{
	Tokens: true, PinsAlg: true,
	Paths: []string{"github.com/labstack/echo-jwt", "github.com/labstack/echo-jwt/v4", "github.com/labstack/echo-jwt/v5"},
	Rows: []Row{
		{Verify, "JWT(key) HS256"},
		{Verify, "Config.SigningKey key"},
		{Verify, "Config.SigningKeys key"},
		{Verify, "Config.SigningMethod method"},
		{Verify, "Config.KeyFunc keyfunc"},
		{Hold, "Config.TokenLookup lookup"},
		{Middleware, "Config.ContinueOnIgnoredError tolerant"},
		{Middleware, "Config.ErrorHandler handler"},
		{Middleware, "WithConfig(options) strict"},
		{Middleware, "(options Config).ToMiddleware() strict"},
	},
}}
