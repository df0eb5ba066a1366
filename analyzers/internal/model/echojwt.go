package model

// echoJWT is labstack/echo-jwt. The algorithm is compared with SigningMethod, HS256 unless another
// is named; a KeyFunc or a ParseTokenFunc takes that over. Echo had the same middleware itself
// before.
var echoJWT = []Library{{
	Pins: true, // not only for tokens: the package holds all middlewares of echo
	Paths: []string{
		"github.com/labstack/echo/v4/middleware",
		"github.com/labstack/echo/middleware",
	},
	Rows: []Row{
		{Verify, "JWT(key) HS256"},
		{Verify, "JWTConfig.SigningKey key"},
		{Verify, "JWTConfig.SigningKeys key"},
		{Verify, "JWTConfig.SigningMethod method"},
		{Verify, "JWTConfig.KeyFunc keyfunc"},
		{Guard, "JWTConfig.ContinueOnIgnoredError tolerant"},
		{Guard, "JWTWithConfig(options) strict"},
	},
}, {
	Tokens: true, Pins: true,
	Paths: []string{"github.com/labstack/echo-jwt/v4", "github.com/labstack/echo-jwt/v5"},
	Rows: []Row{
		{Verify, "JWT(key) HS256"},
		{Verify, "Config.SigningKey key"},
		{Verify, "Config.SigningKeys key"},
		{Verify, "Config.SigningMethod method"},
		{Verify, "Config.KeyFunc keyfunc"},
		{Hold, "Config.TokenLookup lookup"},
		{Guard, "Config.ContinueOnIgnoredError tolerant"},
		{Guard, "WithConfig(options) strict"},
		{Guard, "(options Config).ToMiddleware() strict"},
	},
}}
