// Package users issues tokens, and demands a key.
package users

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Service issues tokens.
type Service struct{ secret string }

// New returns a service, and panics without a secret.
func New(secret string) *Service {
	if secret == "" {
		panic("no JWT secret")
	}
	return &Service{secret}
}

// Token returns a token for a user.
func (s *Service) Token(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(time.Hour).Unix(),
	}).SignedString([]byte(s.secret))
}
