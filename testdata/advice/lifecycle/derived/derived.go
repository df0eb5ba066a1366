// Command derived compares passwords by a library for argon2, and nothing limits how often.
package main

import (
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/golang-jwt/jwt/v5"
)

var (
	key = []byte(os.Getenv("JWT_SECRET"))
	db  *sql.DB
)

func login(w http.ResponseWriter, r *http.Request) {
	var digest string
	name := r.FormValue("name")
	if err := db.QueryRow("SELECT digest FROM users WHERE name = $1", name).Scan(&digest); err != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	ok, err := argon2id.ComparePasswordAndHash(r.FormValue("password"), digest) // want unlimited-login
	if err != nil || !ok {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: name, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(key)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

func main() {
	http.HandleFunc("POST /login", login)
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
