// Command daemon signs tokens for as long as it runs, with what it read from the clock at its start.
package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type server struct {
	key     []byte
	expires time.Time
}

func (s *server) token() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: "guest", ExpiresAt: jwt.NewNumericDate(s.expires),
	}).SignedString(s.key)
}

func (s *server) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	tok, err := s.token()
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "guest", Value: tok, Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func encode(key []byte, end time.Time) string {
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": end.Unix()}).SignedString(key)
	if err != nil {
		log.Print(err)
	}
	return tok
}

func renew(key []byte, end time.Time, out chan<- string) {
	for {
		out <- encode2(key, end)
	}
}

func encode2(key []byte, end time.Time) string {
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": end.Unix()}).SignedString(key)
	if err != nil {
		log.Print(err)
	}
	return tok
}

func main() {
	key := []byte(os.Getenv("DAEMON_KEY"))
	if len(key) < 32 {
		log.Fatal("DAEMON_KEY is too short")
	}
	end := time.Now().Add(time.Hour) // want frozen-claims
	go func() {
		for range time.Tick(time.Minute) {
			log.Print(len(encode(key, end)))
		}
	}()
	tokens := make(chan string)
	go renew(key, time.Now().Add(time.Hour), tokens)                        // want frozen-claims
	http.Handle("/", &server{key: key, expires: time.Now().Add(time.Hour)}) // want frozen-claims
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
