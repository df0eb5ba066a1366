// Package auth signs and verifies for others.
package auth

import (
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Request is what a middleware hands over.
type Request struct{ Value string }

// Service verifies.
type Service struct{ key []byte }

// New reads the key.
func New() *Service { return &Service{key: []byte(os.Getenv("K"))} }

// Verify checks a token.
func (s *Service) Verify(text string) (*jwt.Token, error) {
	if text == "" {
		return nil, errors.New("no token")
	}
	return jwt.Parse(text, func(*jwt.Token) (any, error) { return s.key, nil })
}

// Check checks the token of a request.
func (s *Service) Check(r *Request) error {
	_, err := s.Verify(r.Value)
	return err
}

// Access signs one.
func (s *Service) Access(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(s.key)
}

// Tokens is what handlers know of a Service.
type Tokens interface {
	Verify(text string) (*jwt.Token, error)
	Access(user string) (string, error)
}

// Name says whose it is.
func Name(text string) string { return text }
