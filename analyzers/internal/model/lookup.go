package model

// lookups lists the middlewares that are told where in a request to look for a token.
var lookups = []Library{
	{Paths: []string{"github.com/appleboy/gin-jwt/v2", "github.com/appleboy/gin-jwt/v3"}, Rows: []Row{{Hold, "GinJWTMiddleware.TokenLookup lookup"}}},
	{Paths: []string{"github.com/hertz-contrib/jwt"}, Rows: []Row{{Hold, "HertzJWTMiddleware.TokenLookup lookup"}}},
	{Paths: []string{"github.com/gogf/gf-jwt/v2"}, Rows: []Row{{Hold, "GfJWTMiddleware.TokenLookup lookup"}}},
	{Paths: []string{
		"github.com/labstack/echo-jwt/v4", "github.com/labstack/echo-jwt/v5", "github.com/gofiber/jwt/v2", "github.com/gofiber/jwt/v3", "github.com/gofiber/jwt/v4",
		"github.com/gofiber/contrib/jwt",
	}, Rows: []Row{{Hold, "Config.TokenLookup lookup"}}},
	{Paths: []string{"github.com/go-chi/jwtauth", "github.com/go-chi/jwtauth/v5"}, Rows: []Row{{Build, "TokenFromQuery(_) query"}}},
	{Paths: []string{"github.com/auth0/go-jwt-middleware/v2", "github.com/auth0/go-jwt-middleware/v3"}, Rows: []Row{{Build, "ParameterTokenExtractor(_) query"}}},
}
