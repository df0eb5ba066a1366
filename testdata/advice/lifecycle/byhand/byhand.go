// Command byhand makes the digest of a password itself and compares it with the one that is kept.
package main

import (
	"crypto/subtle"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/argon2"
)

var (
	key = []byte(os.Getenv("JWT_SECRET"))
	db  *sql.DB
)

func right(password, kept string) (bool, error) {
	parts := strings.Split(kept, "$")
	if len(parts) != 2 {
		return false, errors.New("not a digest")
	}
	salt, err := base64.StdEncoding.DecodeString(parts[0])
	if err != nil {
		return false, err
	}
	want, err := base64.StdEncoding.DecodeString(parts[1])
	if err != nil {
		return false, err
	}
	got := argon2.IDKey([]byte(password), salt, 1, 64*1024, 4, 32)
	return subtle.ConstantTimeCompare(got, want) == 1, nil
}

func login(w http.ResponseWriter, r *http.Request) {
	var kept string
	name := r.FormValue("name")
	if err := db.QueryRow("SELECT digest FROM users WHERE name = $1", name).Scan(&kept); err != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	ok, err := right(r.FormValue("password"), kept) // want unlimited-login
	if err != nil || !ok {
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

func issueToken(name string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: name, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(key)
}

func main() {
	http.HandleFunc("POST /login", login)
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
