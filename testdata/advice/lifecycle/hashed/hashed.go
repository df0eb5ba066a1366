// Command hashed compares refresh tokens with their digests as others do with passwords: there is
// nothing to guess.
package main

import (
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

var (
	key = []byte(os.Getenv("JWT_SECRET"))
	db  *sql.DB
)

func validateTokenHash(hash, incoming []byte) error {
	return bcrypt.CompareHashAndPassword(hash, incoming)
}

func issueToken(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: name, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(key)
}

func renew(w http.ResponseWriter, r *http.Request) {
	var hash []byte
	name := r.FormValue("name")
	err := db.QueryRow("DELETE FROM tokens WHERE name = $1 RETURNING hash", name).Scan(&hash)
	if err != nil || validateTokenHash(hash, []byte(r.FormValue("token"))) != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	token, err := issueToken(name)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

func renewDirectly(w http.ResponseWriter, r *http.Request) {
	refreshHash, raw := []byte(r.FormValue("id")), []byte(r.FormValue("token"))
	if bcrypt.CompareHashAndPassword(refreshHash, raw) != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	token, err := issueToken(r.FormValue("name"))
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

func main() {
	http.HandleFunc("POST /renew", renew)
	http.HandleFunc("POST /directly", renewDirectly)
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
