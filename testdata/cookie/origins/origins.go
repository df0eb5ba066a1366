// Package origins lets pages of other origins in, while the program logs in by cookies of another of its packages.
package origins

import (
	"net/http"
	"strings"

	_ "example.com/testdata/cookie/plain"

	"github.com/gin-contrib/cors"
	chi "github.com/go-chi/cors"
	fiber "github.com/gofiber/fiber/v2/middleware/cors"
	echo "github.com/labstack/echo/v4/middleware"
	rs "github.com/rs/cors"
)

func all(string) bool { return true }

var policies = []any{
	cors.Config{AllowOriginFunc: func(origin string) bool { return true }, AllowCredentials: true},                       // want cors-credentials
	chi.Options{AllowOriginFunc: func(r *http.Request, origin string) bool { return true }, AllowCredentials: true},      // want cors-credentials
	rs.Options{AllowOriginFunc: all, AllowCredentials: true},                                                             // want cors-credentials
	fiber.Config{AllowOriginsFunc: all, AllowCredentials: true},                                                          // want cors-credentials
	echo.CORSConfig{AllowOriginFunc: func(string) (bool, error) { return true, nil }, AllowCredentials: true},            // want cors-credentials
	echo.CORSConfig{AllowOrigins: []string{"*"}, AllowCredentials: true, UnsafeWildcardOriginWithAllowCredentials: true}, // want cors-credentials
	chi.Options{AllowedOrigins: []string{"https://*", "http://*"}, AllowCredentials: true},                               // want cors-credentials
}

// Near misses.
var fine = []any{
	cors.Config{AllowOriginFunc: func(origin string) bool { return strings.HasSuffix(origin, ".example.com") }, AllowCredentials: true},
	cors.Config{AllowOriginFunc: all},
	cors.Config{AllowOriginFunc: all, AllowCredentials: false},
	cors.Config{AllowAllOrigins: true, AllowCredentials: true}, // answered with a wildcard: browsers send no cookies
	rs.Options{AllowedOrigins: []string{"https://app.example.com"}, AllowCredentials: true},
	rs.Options{AllowedOrigins: []string{"https://*.example.com", "http://localhost:*"}, AllowCredentials: true},
	chi.Options{AllowedOrigins: []string{"https://*", "http://*"}},
	chi.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true}, // answered with a wildcard, too
	chi.Options{
		AllowedOrigins:   []string{"https://*"},
		AllowOriginFunc:  func(_ *http.Request, origin string) bool { return origin == "https://app.example.com" },
		AllowCredentials: true,
	},
}
