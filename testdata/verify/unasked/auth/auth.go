// Package auth signs for several audiences with one key, and leaves it to those who get the claims to
// look for whom a token is, which they do not.
package auth

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Service issues and verifies tokens.
type Service interface {
	Issue(user, audience string) (string, error)
	Validate(raw string) (*jwt.RegisteredClaims, error)
}

type service struct{ key []byte }

// New returns the service.
func New() Service { return &service{[]byte(os.Getenv("UNASKED_KEY"))} }

func (s *service) Issue(user, audience string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject:   user,
		Audience:  jwt.ClaimStrings{audience},
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(s.key)
}

func (s *service) Validate(raw string) (*jwt.RegisteredClaims, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return s.key, nil }, // want missing-audience "audience (aud)"
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	return claims, nil
}
