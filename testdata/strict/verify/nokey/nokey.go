// Package nokey has verifications whose keyfunc gives no key: they refuse every token, whatever its algorithm.
package nokey

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

// The result has the name of the key that it was meant to be.
func shadowed(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (jwtKey any, err error) { return jwtKey, err })
}

func refused(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return nil, errors.New("nobody signs yet") })
}

func decoded(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return "", errNobody })
}

var errNobody = errors.New("nobody signs yet")

var key []byte

// A key there is where one way gives it, or the name is that of a variable around the function.
func assigned(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (jwtKey any, err error) { // want unpinned-alg
		jwtKey = key
		return jwtKey, err
	})
}

func bare(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (jwtKey any, err error) { // want unpinned-alg
		if t.Header["kid"] == nil {
			return nil, errors.New("no kid")
		}
		jwtKey = key
		return
	})
}

func sometimes(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want unpinned-alg
		if t.Header["kid"] == nil {
			return nil, errors.New("no kid")
		}
		return key, nil
	})
}

// Set sets the key.
func Set(text string) { key = []byte(text) }
