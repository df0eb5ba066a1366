// Package gate verifies tokens with the key that it is given.
package gate

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"
)

// Auth returns a middleware.
func Auth(secret string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, err := request.ParseFromRequest(r, request.OAuth2Extractor, func(*jwt.Token) (any, error) {
				return []byte(secret), nil
			}, request.WithParser(jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}))))
			if err != nil {
				http.Error(w, "no token", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}
