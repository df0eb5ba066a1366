// Command bytext makes the digest of a password itself and compares its text with the one that is kept.
package main

import (
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/scrypt"
)

var (
	key = []byte(os.Getenv("JWT_SECRET"))
	db  *sql.DB
)

func login(w http.ResponseWriter, r *http.Request) {
	var kept, salt string
	name := r.FormValue("name")
	if err := db.QueryRow("SELECT digest, salt FROM users WHERE name = $1", name).Scan(&kept, &salt); err != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	digest, err := scrypt.Key([]byte(r.FormValue("password")), []byte(salt), 1<<15, 8, 1, 32) // want unlimited-login
	if err != nil || base64.StdEncoding.EncodeToString(digest) != kept {
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
