// Package rotation verifies tokens with the current key and with the previous one, and does it so
// that every expired token looks forged.
package rotation

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

// Errors of Verify.
var (
	ErrLogInAgain = errors.New("the token is expired")
	ErrForged     = errors.New("the token is forged")
)

// Keys are the one that signs and the one before it.
type Keys struct{ current, previous []byte }

// New returns a verifier.
func New(current, previous []byte) *Keys { return &Keys{current, previous} }

func (k *Keys) verify(raw string) (*jwt.Token, error) {
	token, err := jwt.Parse(raw, fixed(k.current), jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		token, err = jwt.Parse(raw, fixed(k.previous), jwt.WithValidMethods([]string{"HS256"})) // want rotation-fallback
	}
	switch {
	case errors.Is(err, jwt.ErrTokenExpired):
		return nil, ErrLogInAgain
	case err != nil:
		return nil, ErrForged
	}
	return token, nil
}

func fixed(key []byte) jwt.Keyfunc { return func(*jwt.Token) (any, error) { return key, nil } }
