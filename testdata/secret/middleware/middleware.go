// Package middleware hands keys to the middlewares of web frameworks.
package middleware

import (
	"os"
	"time"

	ginjwt2 "github.com/appleboy/gin-jwt/v2"
	ginjwt "github.com/appleboy/gin-jwt/v3"
	"github.com/go-chi/jwtauth/v5"
	fiberjwt "github.com/gofiber/contrib/jwt"
	fiberjwt3 "github.com/gofiber/jwt/v3"
	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/rest/handler"
)

func gin() (*ginjwt2.GinJWTMiddleware, error) {
	return ginjwt2.New(&ginjwt2.GinJWTMiddleware{
		Realm:       "test zone",
		Key:         []byte("the key of gin-jwt"), // want hardcoded-secret
		Timeout:     time.Hour,
		MaxRefresh:  time.Hour,
		IdentityKey: "id",
	})
}

func ginUnset() {
	ginjwt.New(&ginjwt.GinJWTMiddleware{Key: []byte(os.Getenv("GIN_A"))}) // want unchecked-secret
}

func ginFields() {
	var mw ginjwt.GinJWTMiddleware
	mw.Key = []byte("the key of a field") // want hardcoded-secret
	ginjwt.New(&mw)
}

func ginKeyfunc() {
	ginjwt.New(&ginjwt.GinJWTMiddleware{KeyFunc: func(*jwt.Token) (any, error) {
		return []byte("the key of a keyfunc"), nil // want hardcoded-secret
	}})
}

func echo() {
	echojwt.JWT([]byte("the key of echo"))                                                   // want hardcoded-secret
	echojwt.WithConfig(echojwt.Config{SigningKey: []byte("the key of a configuration")})     // want hardcoded-secret
	echojwt.WithConfig(echojwt.Config{SigningKey: []byte(os.Getenv("ECHO_A"))})              // want unchecked-secret
	echojwt.WithConfig(echojwt.Config{SigningKeys: map[string]any{"one": []byte("mapped")}}) // want hardcoded-secret
	echojwt.JWT("text")                                                                      // want hardcoded-secret key-type "verifying always fails"
}

func fiber() {
	fiberjwt.New(fiberjwt.Config{
		SigningKey: fiberjwt.SigningKey{JWTAlg: fiberjwt.HS256, Key: []byte("the key of fiber")}, // want hardcoded-secret
	})
	fiberjwt.New(fiberjwt.Config{SigningKeys: map[string]fiberjwt.SigningKey{
		"one": {JWTAlg: "HS256", Key: []byte("the key of a set")},   // want hardcoded-secret
		"two": {JWTAlg: "HS256", Key: []byte(os.Getenv("FIBER_A"))}, // want unchecked-secret
	}})
	fiberjwt3.New(fiberjwt3.Config{SigningKey: []byte("the key of an older fiber")}) // want hardcoded-secret
}

var tokenAuth *jwtauth.JWTAuth

func init() {
	tokenAuth = jwtauth.New("HS256", []byte("the key of chi"), nil) // want hardcoded-secret
}

func chi() {
	key := os.Getenv("CHI_A")
	if key == "" {
		key = "the fallback" // want default-secret
	}
	jwtauth.New("HS256", []byte(key), nil)
}

type service struct{ auth *jwtauth.JWTAuth }

func newService(secret string) *service {
	return &service{auth: jwtauth.New("HS256", []byte(secret), nil)}
}

func main() { newService("handed over") } // want hardcoded-secret

func zero(server *rest.Server, routes []rest.Route) {
	server.AddRoutes(routes, rest.WithJwt("the key of go-zero")) // want hardcoded-secret
	handler.Authorize(os.Getenv("ZERO_A"))                       // want unchecked-secret
}

// Near misses.

// The realm, the name of a cookie and the places where a token is looked for are no keys.
func names(key []byte) {
	ginjwt.New(&ginjwt.GinJWTMiddleware{
		Realm: "a realm", Key: key, TokenLookup: "header: Authorization", TokenHeadName: "Bearer", CookieName: "jwt", IdentityKey: "id",
	})
	echojwt.WithConfig(echojwt.Config{SigningKey: key, ContextKey: "user", TokenLookup: "cookie:token"})
}

// jwtauth and go-zero's WithJwt refuse an empty key.
func refused(server *rest.Server, routes []rest.Route) {
	jwtauth.New("HS256", []byte(os.Getenv("CHI_B")), nil)
	server.AddRoutes(routes, rest.WithJwt(os.Getenv("ZERO_B")))
}

// A public key as PEM.
func public() {
	ginjwt.New(&ginjwt.GinJWTMiddleware{SigningAlgorithm: "RS256", PubKeyBytes: []byte(pub), PrivKeyFile: "keys/private.pem"})
}

const pub = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
-----END PUBLIC KEY-----`
