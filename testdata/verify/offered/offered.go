// Package offered has a middleware and a handler that another package puts together:
// r.HandleFunc("/logout", offered.Require(offered.Logout)).
package offered

import (
	"encoding/json"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Require only lets requests with a good token pass.
func Require(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := open(r); err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

// Logout may stand behind it.
func Logout(w http.ResponseWriter, r *http.Request) {
	claims, _ := open(r)
	_ = json.NewEncoder(w).Encode(claims["sub"])
}

// profile stands behind nothing.
func profile(w http.ResponseWriter, r *http.Request) {
	claims, _ := open(r) // want ignored-error "the result of open is ignored"
	_ = json.NewEncoder(w).Encode(claims["sub"])
}

// Routes says so.
func Routes(mux *http.ServeMux) { mux.HandleFunc("/profile", profile) }

func open(r *http.Request) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), claims, func(*jwt.Token) (any, error) {
		return []byte(os.Getenv("JWT_KEY")), nil
	}, jwt.WithValidMethods([]string{"HS256"}), jwt.WithExpirationRequired())
	return claims, err
}
