// Package guard lets in those who have a token, whomever it is for. It says for whom it signs.
package guard

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/verify/unasked/auth"
)

// Require refuses what is no token, and those of nobody.
func Require(s auth.Service, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := s.Validate(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "))
		if err != nil || claims.Subject == "" {
			http.Error(w, "denied", http.StatusUnauthorized)
			return
		}
		claims.Audience = jwt.ClaimStrings{"inside"} // which it does not look at
		next.ServeHTTP(w, r)
	})
}
