// Package guard has a middleware that refuses malformed headers.
package guard

import (
	"net/http"
	"strings"

	"github.com/gofiber/fiber/v2"
)

// Required refuses a request without a token.
func Required(c *fiber.Ctx) error {
	if len(strings.Split(c.Get("Authorization"), " ")) < 2 {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// Wrap does so for net/http.
func Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(strings.Split(r.Header.Get("Authorization"), " ")) < 2 {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
