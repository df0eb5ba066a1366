package ignored

import (
	"errors"
	"net/http"

	"example.com/testdata/verify/peek"
	"github.com/golang-jwt/jwt/v5"
)

func open(raw string) (*jwt.Token, bool) {
	token, err := jwt.Parse(raw, pick, methods)
	return token, err == nil
}

func relayed(raw string) any {
	token, _ := open(raw) // want ignored-error "the result of open is ignored"
	return token.Claims
}

func across(raw string) string {
	session, _ := peek.Open(raw, secret) // want ignored-error "the result of peek.Open is ignored"
	return session.User
}

// What follows is good.

func relayedValid(raw string) (any, error) {
	token, _ := open(raw)
	if !token.Valid {
		return nil, errors.New("no")
	}
	return token.Claims, nil
}

// who comes without a session is a guest
func guest(r *http.Request) string {
	session, _ := peek.Open(r.Header.Get("X-Session"), secret)
	if session == nil {
		return "guest"
	}
	return session.User
}

// a token that was made a line before
func fresh(claims jwt.MapClaims) any {
	raw, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret)
	token, _ := jwt.Parse(raw, pick, methods)
	return token.Claims.(jwt.MapClaims)["exp"]
}

func renewed(renew func() string) string {
	session, _ := peek.Open(renew(), secret)
	return session.User
}

// manager makes and checks tokens by functions of its own.
type manager struct{ secret []byte }

func (m *manager) make(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims{Role: user}).SignedString(m.secret)
}

func (m *manager) check(raw string) (*claims, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, pick, methods)
	if err != nil {
		return nil, err
	}
	return c, nil
}

func (m *manager) rotate(r *http.Request) (string, error) {
	old, _ := m.check(r.Header.Get("X-Token")) // want ignored-error "the result of check is ignored"
	raw, err := m.make(old.Role)
	if err != nil {
		return "", err
	}
	made, _ := m.check(raw)
	return made.Role, nil
}
