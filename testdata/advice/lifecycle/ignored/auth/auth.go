// Package auth logs users in.
package auth

import (
	"io"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

var accounts = map[string][]byte{}

// Login trades a password for a token.
func Login(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	//jwtvet:ignore unlimited-login -- the one in front of it counts
	err := bcrypt.CompareHashAndPassword(accounts[name], []byte(r.FormValue("password")))
	if err != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": name}).
		SignedString([]byte(os.Getenv("JWT_SECRET")))
	if err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	io.WriteString(w, token)
}

// Again has nothing to ignore.
func Again(w http.ResponseWriter, r *http.Request) {
	//jwtvet:ignore unlimited-login -- nothing is compared here // want stale-ignore "nothing is reported"
	io.WriteString(w, "no")
}
