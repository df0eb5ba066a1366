// Package person puts who logs in where the issuer belongs: there is nothing to compare it with.
package person

import (
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type user struct {
	ID   int
	Name string
}

type tokens struct{ key []byte }

func (t *tokens) make(id, username string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": id, "iss": username, "exp": time.Now().Add(5 * time.Minute).Unix(),
	}).SignedString(t.key)
}

func (t *tokens) forUser(u user) (string, error) { return t.make(strconv.Itoa(u.ID), u.Name) }

func (t *tokens) check(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return t.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// A service has a name of its own, and each verifier knows it.
type service struct {
	key  []byte
	name string
}

func (s *service) make(owner user) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: strconv.Itoa(owner.ID), Issuer: s.name, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute)),
	}).SignedString(s.key)
}

func (s *service) check(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return s.key, nil }, // want missing-audience "issuer"
		jwt.WithValidMethods([]string{"HS256"}))
	return err
}
