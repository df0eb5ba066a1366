package ignored

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// Opener opens tokens: one type of the package does so.
type Opener interface {
	Open(raw string) (*claims, error)
}

type hmacOpener struct{ key []byte }

func (o hmacOpener) Open(raw string) (*claims, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return o.key, nil }, methods)
	return c, err
}

type site struct{ Opener }

func (s *site) me(w http.ResponseWriter, r *http.Request) {
	c, _ := s.Open(r.Header.Get("X-Token")) // want ignored-error "the result of Open is ignored"
	w.Write([]byte(c.Subject))
}

// What follows is good.

func (s *site) checked(w http.ResponseWriter, r *http.Request) {
	c, err := s.Open(r.Header.Get("X-Token"))
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.Write([]byte(c.Subject))
}

// Finder has two implementations, of which one knows no tokens.
type Finder interface {
	Find(raw string) (*claims, error)
}

func (o hmacOpener) Find(raw string) (*claims, error) { return o.Open(raw) }

type static struct{ who *claims }

func (s static) Find(string) (*claims, error) { return s.who, nil }

func found(f Finder, r *http.Request) string {
	c, _ := f.Find(r.Header.Get("X-Token"))
	return c.Subject
}
