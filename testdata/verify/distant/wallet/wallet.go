// Package wallet has a handler behind the guard, and a handler that relies on the form of a header.
package wallet

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// Show answers with the user of the token.
func Show(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("X-Token"), claims); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	user, _ := claims["sub"].(string)
	w.Write([]byte(user))
}

// Close answers with the end of a header.
func Close(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(strings.Split(r.Header.Get("Authorization"), " ")[1]))
}
