// Command popped takes a refresh token out of its store as it reads it, and asks a map for tokens of
// which somebody has logged out.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/redis/go-redis/v9"
)

var (
	key       = []byte(os.Getenv("JWT_SECRET"))
	rdb       *redis.Client
	mu        sync.Mutex
	blacklist = map[string]time.Time{}
)

type pair struct {
	AccessToken  string `json:"access_token"`
	RefreshToken string `json:"refresh_token"`
}

func sign(name string, life time.Duration) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: name, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}).SignedString(key)
}

func verify(raw string) (*jwt.RegisteredClaims, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}

func refresh(w http.ResponseWriter, r *http.Request) {
	c, err := verify(r.FormValue("refresh_token"))
	if err != nil || rdb.GetDel(r.Context(), "refresh:"+c.ID).Err() != nil { // the second use finds nothing
		http.Error(w, "no", http.StatusUnauthorized)
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
	json.NewEncoder(w).Encode(pair{token, refreshToken})
}

func logout(w http.ResponseWriter, r *http.Request) {
	mu.Lock()
	blacklist[r.Header.Get("Authorization")] = time.Now().Add(24 * time.Hour)
	mu.Unlock()
	w.WriteHeader(http.StatusNoContent)
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		_, out := blacklist[r.Header.Get("Authorization")]
		mu.Unlock()
		if _, err := verify(r.Header.Get("Authorization")); err != nil || out {
			log.Print(err)
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /refresh", refresh)
	mux.HandleFunc("POST /logout", logout)
	mux.Handle("/", guard(http.NotFoundHandler()))
	log.Fatal(http.ListenAndServe("localhost:8080", mux))
}
