// Command named has words of what it does not do: a type for revoked tokens that nothing is made of, a
// table of sessions that is filled and never asked, and messages.
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
)

var (
	key        = []byte(os.Getenv("JWT_SECRET"))
	db         *sql.DB
	errRevoked = errors.New("token was revoked, or the session store does not know it")
)

// RevokedToken is a row of a deny list that is still to be written.
type RevokedToken struct {
	SessionID string `json:"session_id"`
	RevokedAt time.Time
}

type pair struct {
	AccessToken  string `json:"access_token"`
	RefreshToken string `json:"refresh_token"`
}

func sign(name string, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: name, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}).SignedString(key)
}

func login(w http.ResponseWriter, r *http.Request) {
	token, err := sign(r.FormValue("name"), 24*time.Hour)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	db.Exec("INSERT INTO sessions (session_id, name) VALUES ($1, $2)", token, r.FormValue("name"))
	json.NewEncoder(w).Encode(pair{AccessToken: token})
}

func verify(raw string) (*jwt.RegisteredClaims, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}

func refresh(w http.ResponseWriter, r *http.Request) {
	c, err := verify(r.FormValue("refresh_token"))
	if err != nil {
		log.Print("not accepted: ", errRevoked)
		http.Error(w, "revoked", http.StatusUnauthorized)
		return
	}
	token, err := sign(c.Subject, 24*time.Hour)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	refreshToken, err := sign(c.Subject, 7*24*time.Hour)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(pair{token, refreshToken}) // want refresh-reuse
}

// renew gives out an access token beside the refresh token that it got.
func renew(w http.ResponseWriter, r *http.Request) {
	accessOnly(w, r.FormValue("refresh_token"))
}

func accessOnly(w http.ResponseWriter, refreshToken string) {
	c, err := verify(refreshToken)
	if err != nil {
		http.Error(w, "revoked", http.StatusUnauthorized)
		return
	}
	token, err := sign(c.Subject, 24*time.Hour)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(pair{AccessToken: token, RefreshToken: refreshToken})
}

func logout(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "token", MaxAge: -1}) // want logout-client-only
	w.WriteHeader(http.StatusNoContent)
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := verify(r.Header.Get("Authorization")); err != nil { // want no-revocation
			log.Print(err)
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", login)
	mux.HandleFunc("POST /refresh", refresh)
	mux.HandleFunc("POST /logout", logout)
	mux.Handle("/", guard(http.NotFoundHandler()))
	log.Fatal(http.ListenAndServe("localhost:8080", mux))
}
