// Command looked up who a token is of, logs what it refuses, and is behind nginx.
package main

import (
	"database/sql"
	"encoding/json"
	"errors"
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

type users struct{ db *sql.DB }

func (u users) find(name string) (hash []byte, err error) {
	err = u.db.QueryRow("SELECT hash FROM users WHERE name = $1", name).Scan(&hash)
	return hash, err
}

func login(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	hash, err := users{db}.find(name)
	// nginx limits requests to this route.
	if err != nil || bcrypt.CompareHashAndPassword(hash, []byte(r.FormValue("password"))) != nil {
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: name, ExpiresAt: jwt.NewNumericDate(time.Now().Add(24 * time.Hour)),
	}).SignedString(key)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &jwt.RegisteredClaims{}
		_, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), c,
			func(*jwt.Token) (any, error) { return key, nil },
			jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			log.Print("token refused: ", errors.Unwrap(err))
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		if _, err := (users{db}).find(c.Subject); err != nil { // gone accounts have no access
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", login)
	mux.Handle("/", guard(http.NotFoundHandler()))
	log.Fatal(http.ListenAndServe("localhost:8080", mux))
}
