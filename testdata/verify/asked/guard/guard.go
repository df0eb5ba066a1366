// Package guard lets in those whose token is for it. It knows the service by its interface only.
package guard

import (
	"net/http"
	"slices"
	"strings"

	"example.com/testdata/verify/asked/auth"
)

// Require refuses tokens for others.
func Require(s auth.Service, audience string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := s.Validate(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "))
		if err != nil {
			http.Error(w, "denied", http.StatusUnauthorized)
			return
		}
		to, err := claims.GetAudience()
		if err != nil || !slices.Contains(to, audience) {
			http.Error(w, "denied", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
