package nokey

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

type settings struct{ secret string }

// A string is no key of any algorithm.
func (s *settings) text(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return s.secret, nil })
}

// What a keyfunc returns beside an error is no key.
func (s *settings) bytes(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want unpinned-alg "only the type of the key"
		if t.Header["kid"] == nil {
			return "", errors.New("no kid")
		}
		return []byte(s.secret), nil
	})
}
