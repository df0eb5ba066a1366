// Package rotation tries the previous key.
package rotation

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

var (
	errExpired = errors.New("log in again")
	errForged  = errors.New("forged")
)

type verifier struct {
	current, previous []byte
	keys              [][]byte
}

func use(key []byte) jwt.Keyfunc { return func(*jwt.Token) (any, error) { return key, nil } }

func (v *verifier) lost(raw string) (*jwt.Token, error) {
	token, err := jwt.Parse(raw, use(v.current), jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		token, err = jwt.Parse(raw, use(v.previous), jwt.WithValidMethods([]string{"HS256"})) // want rotation-fallback
	}
	if errors.Is(err, jwt.ErrTokenExpired) {
		return nil, errExpired
	}
	if err != nil {
		return nil, errForged
	}
	return token, nil
}

func (v *verifier) loop(raw string) (*jwt.Token, error) {
	var token *jwt.Token
	var err error
	for _, key := range v.keys {
		token, err = jwt.Parse(raw, use(key), jwt.WithValidMethods([]string{"HS256"})) // want rotation-fallback
		if err == nil {
			break
		}
	}
	if errors.Is(err, jwt.ErrTokenExpired) {
		return nil, errExpired
	}
	return token, err
}

// Near misses.

func (v *verifier) onSignature(raw string) (*jwt.Token, error) {
	token, err := jwt.Parse(raw, use(v.current), jwt.WithValidMethods([]string{"HS256"}))
	if errors.Is(err, jwt.ErrTokenSignatureInvalid) {
		token, err = jwt.Parse(raw, use(v.previous), jwt.WithValidMethods([]string{"HS256"}))
	}
	if errors.Is(err, jwt.ErrTokenExpired) {
		return nil, errExpired
	}
	return token, err
}

func (v *verifier) apart(raw string) (*jwt.Token, error) {
	token, err := jwt.Parse(raw, use(v.current), jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		if old, err := jwt.Parse(raw, use(v.previous), jwt.WithValidMethods([]string{"HS256"})); err == nil {
			return old, nil
		}
	}
	if errors.Is(err, jwt.ErrTokenExpired) {
		return nil, errExpired
	}
	return token, err
}

func (v *verifier) alike(raw string) (*jwt.Token, error) {
	token, err := jwt.Parse(raw, use(v.current), jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		token, err = jwt.Parse(raw, use(v.previous), jwt.WithValidMethods([]string{"HS256"}))
	}
	return token, err // every error is the same to the callers
}

func (v *verifier) kept(raw string) (*jwt.Token, error) {
	var token *jwt.Token
	var err error
	for _, key := range v.keys {
		token, err = jwt.Parse(raw, use(key), jwt.WithValidMethods([]string{"HS256"}))
		if err == nil || errors.Is(err, jwt.ErrTokenExpired) {
			break
		}
	}
	if errors.Is(err, jwt.ErrTokenExpired) {
		return nil, errExpired
	}
	return token, err
}

func (v *verifier) byKid(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Header["kid"] == "previous" {
			return v.previous, nil
		}
		return v.current, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
}
