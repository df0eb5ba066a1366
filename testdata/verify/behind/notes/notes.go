// Package notes has handlers that believe tokens, too. In its only program nobody verifies them.
package notes

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// Create writes a note for the user of the token.
func Create(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("Authorization"), claims); err != nil { // want unverified-token "sub"
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	user, _ := claims["sub"].(string)
	w.Write([]byte(user))
}

// Delete deletes a note.
func Delete(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(strings.Split(r.Header.Get("Authorization"), " ")[1])) // want header-panic
}
