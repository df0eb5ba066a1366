// Command sealed makes keys of passphrases, and digests of new passwords, as others do to compare
// passwords: it compares none, so that there is nothing to try.
package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/argon2"
)

var (
	key = []byte(os.Getenv("JWT_SECRET"))
	db  *sql.DB
)

func register(w http.ResponseWriter, r *http.Request) {
	password := r.FormValue("password")
	if password != r.FormValue("again") {
		http.Error(w, "they differ", http.StatusBadRequest)
		return
	}
	digest, err := argon2id.CreateHash(password, argon2id.DefaultParams)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	salt := make([]byte, 16)
	rand.Read(salt)
	second := argon2.IDKey([]byte(r.FormValue("pin")), salt, 1, 64*1024, 4, 32)
	if _, err := db.Exec("INSERT INTO users VALUES ($1, $2, $3)", r.FormValue("name"), digest,
		base64.StdEncoding.EncodeToString(second)); err != nil {
		http.Error(w, "no", http.StatusConflict)
		return
	}
	token, err := issueToken(r.FormValue("name"))
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

// open decrypts a token that is kept under a key made of a passphrase.
func open(w http.ResponseWriter, r *http.Request) {
	salt := []byte(r.FormValue("salt"))
	block, err := aes.NewCipher(argon2.IDKey([]byte(r.FormValue("phrase")), salt, 1, 64*1024, 4, 32))
	if err != nil || bytes.Equal(salt, nil) {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	if _, err := cipher.NewGCM(block); err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	token, err := issueToken(r.FormValue("name"))
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
	http.HandleFunc("POST /register", register)
	http.HandleFunc("POST /open", open)
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
