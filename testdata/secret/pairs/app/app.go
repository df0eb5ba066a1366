// Package main signs with makers of another package, and with a function whose claim nobody reads.
package main

import (
	"net/http"
	"os"
	"strings"
	"time"

	"example.com/testdata/secret/pairs/maker"

	"github.com/golang-jwt/jwt/v5"
)

type server struct {
	one, two *maker.Maker
	key      []byte
}

func (s *server) pair() (access, refresh string) {
	access, _ = s.one.Create("u", 15*time.Minute)
	refresh, _ = s.one.Create("u", 7*24*time.Hour) // want shared-secret
	return access, refresh
}

func (s *server) minutes() (access, refresh string) {
	access, _ = s.one.CreateFor("u", 15)
	refresh, _ = s.one.CreateFor("u", 7*24*60) // want shared-secret
	return access, refresh
}

// Near misses: a maker for each, a type that may be read, another user.

func (s *server) apart() (access, refresh string) {
	access, _ = s.one.Create("u", 15*time.Minute)
	refresh, _ = s.two.Create("u", 7*24*time.Hour)
	return access, refresh
}

func (s *server) typed() (access, refresh string) {
	access, _ = s.one.CreateTyped("u", "access", 15*time.Minute)
	refresh, _ = s.one.CreateTyped("u", "refresh", 7*24*time.Hour)
	return access, refresh
}

func (s *server) others(u, v string) (access, refresh string) {
	access, _ = s.one.Create(u, 15*time.Minute)
	refresh, _ = s.one.Create(v, 7*24*time.Hour)
	return access, refresh
}

func (s *server) sign(sub, usage string, ttl time.Duration) (string, error) {
	claims := jwt.MapClaims{"sub": sub, "usage": usage, "exp": time.Now().Add(ttl).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}

func (s *server) unread() (access, refresh string) {
	access, _ = s.sign("u", "access", 15*time.Minute)
	refresh, _ = s.sign("u", "refresh", 7*24*time.Hour) // want shared-secret "is never read"
	return access, refresh
}

// Near miss: the verifier reads what the claim says.

func (s *server) signKind(sub, kind string, ttl time.Duration) (string, error) {
	claims := jwt.MapClaims{"sub": sub, "kind": kind, "exp": time.Now().Add(ttl).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}

func (s *server) read() (access, refresh string) {
	access, _ = s.signKind("u", "access", 15*time.Minute)
	refresh, _ = s.signKind("u", "refresh", 7*24*time.Hour)
	return access, refresh
}

func (s *server) serve(w http.ResponseWriter, r *http.Request) {
	claims := jwt.MapClaims{}
	raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return s.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil || claims["kind"] != "access" {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	for _, f := range []func() (string, string){s.pair, s.minutes, s.apart, s.typed, s.unread, s.read} {
		a, b := f()
		w.Write([]byte(a + b))
	}
}

func env(name string) string {
	k := os.Getenv(name)
	if len(k) < 32 {
		panic("short " + name)
	}
	return k
}

func main() {
	s := &server{maker.New(env("PAIRS_ONE")), maker.New(env("PAIRS_TWO")), []byte(env("PAIRS_THREE"))}
	http.HandleFunc("/", s.serve)
}
