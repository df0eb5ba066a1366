// Command stated asks its database by statements in variables.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

var (
	key  = []byte(os.Getenv("JWT_SECRET"))
	pool *pgxpool.Pool
)

func issue(subject string, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}).SignedString(key)
}

func verify(raw string) (*jwt.RegisteredClaims, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}

// refresh reads who it is for.
func refresh(w http.ResponseWriter, r *http.Request) {
	old, err := verify(r.FormValue("refresh_token"))
	if err != nil {
		log.Print(err)
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	query := "SELECT name FROM users WHERE id = $1"
	var name string
	if err := pool.QueryRow(r.Context(), query, old.Subject).Scan(&name); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	access, err := issue(name, 15*time.Minute)
	refreshToken, err2 := issue(name, 24*time.Hour)
	if errors.Join(err, err2) != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"access_token": access, "refresh_token": refreshToken}) // want refresh-reuse
}

// renew takes the old one out.
func renew(w http.ResponseWriter, r *http.Request) {
	old, err := verify(r.FormValue("refresh_token"))
	if err != nil {
		log.Print(err)
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	name, err := take(r.Context(), old.ID)
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	refreshToken, err := issue(name, 24*time.Hour)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"refresh_token": refreshToken})
}

func take(ctx context.Context, id string) (name string, err error) {
	query := "DELETE FROM refresh_tokens WHERE id = $1 RETURNING name"
	err = pool.QueryRow(ctx, query, id).Scan(&name)
	return name, err
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /refresh", refresh)
	mux.HandleFunc("POST /renew", renew)
	log.Fatal(http.ListenAndServe("localhost:8080", mux))
}

// A statement begins behind the comment that names it, as sqlc writes them.
const (
	spend = `-- name: SpendToken :one
DELETE FROM refresh_tokens WHERE id = $1 RETURNING user_id
`
	look = `-- name: LookUp :one, and delete nothing
SELECT user_id FROM refresh_tokens WHERE id = $1
`
)

func spent(ctx context.Context, id string) (user string, err error) {
	return user, pool.QueryRow(ctx, spend, id).Scan(&user)
}

func refreshSpent(w http.ResponseWriter, r *http.Request) {
	old, err := verify(r.FormValue("refresh_token"))
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	user, err := spent(r.Context(), old.ID)
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	access, err := issue(user, 15*time.Minute)
	refreshToken, err2 := issue(user, 24*time.Hour)
	if errors.Join(err, err2) != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"access_token": access, "refresh_token": refreshToken})
}

func refreshLooked(w http.ResponseWriter, r *http.Request) {
	old, err := verify(r.FormValue("refresh_token"))
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	var user string
	if err := pool.QueryRow(r.Context(), look, old.ID).Scan(&user); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	access, err := issue(user, 15*time.Minute)
	refreshToken, err2 := issue(user, 24*time.Hour)
	if errors.Join(err, err2) != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"access_token": access, "refresh_token": refreshToken}) // want refresh-reuse
}
