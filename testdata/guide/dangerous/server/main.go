// Command server is a service that has all of the guide still before it: it listens without TLS,
// does not count failures, sets no header, and can take back no token.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

type server struct {
	key       []byte
	passwords map[string][]byte // by user, as bcrypt hashes
}

// login can be asked as often as somebody likes.
func (s *server) login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	err := bcrypt.CompareHashAndPassword(s.passwords[user], []byte(r.FormValue("password")))
	if err != nil {
		http.Error(w, "wrong name or password", http.StatusUnauthorized)
		return
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(s.key)
	if err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: "access_token", Value: token, Path: "/", MaxAge: 3600,
		Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

// logout makes the browser forget the token, and nobody else.
func (s *server) logout(w http.ResponseWriter, _ *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "access_token", Path: "/", MaxAge: -1})
}

func (s *server) profile(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("access_token")
	if err != nil {
		http.Error(w, "no token", http.StatusUnauthorized)
		return
	}
	var claims jwt.RegisteredClaims
	_, err = jwt.ParseWithClaims(cookie.Value, &claims,
		func(*jwt.Token) (any, error) { return s.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		http.Error(w, "the token is not accepted", http.StatusUnauthorized)
		return
	}
	json.NewEncoder(w).Encode(map[string]string{"user": claims.Subject})
}

func main() {
	key := os.Getenv("NOTES_SERVER_JWT_KEY")
	if len(key) < 32 {
		log.Fatal("NOTES_SERVER_JWT_KEY must have 32 bytes")
	}
	s := &server{key: []byte(key), passwords: map[string][]byte{}}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", s.login)
	mux.HandleFunc("POST /logout", s.logout)
	mux.HandleFunc("GET /profile", s.profile)
	log.Fatal(http.ListenAndServe(":8080", mux)) // want plaintext-listener
}
