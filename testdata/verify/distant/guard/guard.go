// Package guard verifies tokens, in a program whose main does not import it.
package guard

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Require refuses requests without a good token.
func Require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwt.Parse(r.Header.Get("X-Token"), key, jwt.WithValidMethods([]string{"HS256"})); err != nil {
			http.Error(w, "denied", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DISTANT_KEY")), nil }
