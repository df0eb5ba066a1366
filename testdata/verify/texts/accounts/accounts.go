// Package accounts verifies tokens and says by errors of its own what is wrong.
package accounts

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

var errUnknown = errors.New("account not found")

// Verify returns whom a token is of.
func Verify(raw string, key []byte) (string, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return "", err
	}
	sub, err := token.Claims.GetSubject()
	if err != nil || sub == "" {
		return "", errUnknown
	}
	return sub, nil
}
