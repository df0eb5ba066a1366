// Package shop answers who has a token.
package shop

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Address is where the shop is.
const Address = "http://shop.example.com/"

// Mux returns the routes.
func Mux() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		_, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) {
			return []byte(os.Getenv("JWT_SECRET")), nil
		}, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
		}
	})
	return mux
}
