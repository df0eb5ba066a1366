// Package ignored looks at the error of a verification too late, never, or in a way that is good.
package ignored

import (
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

var secret = key()

func key() []byte {
	k := os.Getenv("JWT_SECRET")
	if len(k) < 32 {
		log.Fatal("JWT_SECRET is too short")
	}
	return []byte(k)
}

func pick(*jwt.Token) (any, error) { return secret, nil }

var methods = jwt.WithValidMethods([]string{"HS256"})

func dropped(r *http.Request) string {
	token, _ := jwt.Parse(r.Header.Get("X-Token"), pick, methods) // want ignored-error "error of Parse is ignored"
	return token.Claims.(jwt.MapClaims)["sub"].(string)
}

func droppedWithClaims(r *http.Request) string {
	c := &claims{}
	jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods) // want ignored-error "claim "
	return c.Role
}

// Load returns the claims to its callers, and nothing that says whether they are valid.
func Load(r *http.Request) *claims {
	token, _ := jwt.ParseWithClaims(r.Header.Get("X-Token"), &claims{}, pick, methods) // want ignored-error "is ignored"
	return token.Claims.(*claims)
}

func late(w http.ResponseWriter, r *http.Request, find func(string) error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods) // want ignored-error "before the error of Parse"
	found := find(c.Subject)
	if err != nil || found != nil {
		http.Error(w, "no", http.StatusUnauthorized)
	}
}

func overwritten(r *http.Request, find func(string) (string, error)) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods) // want ignored-error "before the error of"
	name, err := find(c.Subject)
	return name, err
}

// not nil is not good: the claims come with the error
func notNil(raw string) (string, error) {
	c := &claims{}
	token, err := jwt.ParseWithClaims(raw, c, pick, methods) // want ignored-error "before the error of"
	if token != nil {
		return c.Subject, nil
	}
	return "", err
}

func swallowed(r *http.Request) (c *claims, err error) {
	c = &claims{}
	if _, e := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods); e != nil {
		return // want ignored-error "returns no error where ParseWithClaims returned one"
	}
	return c, nil
}

// What follows is good.

func handedOn(r *http.Request) (*jwt.Token, error) {
	return jwt.Parse(r.Header.Get("X-Token"), pick, methods)
}

func onlyTheError(r *http.Request) (*claims, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), c, pick, methods)
	return c, err
}

func valid(r *http.Request) (string, error) {
	token, _ := jwt.ParseWithClaims(r.Header.Get("X-Token"), &claims{}, pick, methods)
	if token != nil && token.Valid {
		return token.Claims.(*claims).Role, nil
	}
	return "", errors.New("no")
}

// the form of the library's own examples before version 5
func oldStyle(r *http.Request) (*claims, error) {
	token, err := jwt.ParseWithClaims(r.Header.Get("X-Token"), &claims{}, pick, methods)
	if c, ok := token.Claims.(*claims); ok && token.Valid {
		return c, nil
	}
	return nil, err
}

func anyKey(raw string, keys [][]byte) (string, error) {
	for _, k := range keys {
		c := &claims{}
		_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return k, nil }, methods)
		if err == nil {
			return c.Role, nil
		}
	}
	return "", errors.New("no key fits")
}

func refresh(raw string) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, pick, methods)
	if err != nil && !errors.Is(err, jwt.ErrTokenExpired) {
		return "", err
	}
	return c.Subject, nil
}

func copied(raw string) (string, error) {
	token, err := jwt.Parse(raw, pick, methods)
	c, ok := token.Claims.(jwt.MapClaims)
	sub, _ := c["sub"].(string)
	if err != nil || !ok {
		return "", err
	}
	return sub, nil
}

// what comes before the look can only refuse
func audienceFirst(raw string, fits func(string) bool) (string, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, pick, methods)
	if !fits(c.Issuer) {
		return "", errors.New("another audience")
	}
	if err != nil {
		return "", err
	}
	return c.Subject, nil
}

func named(raw string) (sub string, err error) {
	c := &claims{}
	if _, err = jwt.ParseWithClaims(raw, c, pick, methods); err != nil {
		return
	}
	return c.Subject, nil
}

var errRefused = errors.New("refused")

func preset(raw string) (c *claims, err error) {
	err = errRefused
	c = &claims{}
	if _, e := jwt.ParseWithClaims(raw, c, pick, methods); e != nil {
		return
	}
	return c, nil
}
