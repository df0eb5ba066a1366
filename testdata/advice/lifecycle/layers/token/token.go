// Package token signs and verifies; it imports none of those who ask for that.
package token

import (
	"context"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Claims are those of a refresh token.
type Claims struct{ jwt.RegisteredClaims }

var key = []byte(os.Getenv("JWT_SECRET"))

// Tokens makes tokens.
type Tokens struct{ life time.Duration }

// New returns a maker of tokens.
func New() *Tokens { return &Tokens{24 * time.Hour} }

// CreateAccessToken signs a token for requests.
func (t *Tokens) CreateAccessToken(_ context.Context, subject string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, Claims{jwt.RegisteredClaims{
		Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(24 * time.Hour)),
	}}).SignedString(key)
}

// CreateRefreshToken signs a token for new ones.
func (t *Tokens) CreateRefreshToken(_ context.Context, subject string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, Claims{jwt.RegisteredClaims{
		Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(7 * 24 * time.Hour)),
	}}).SignedString(key)
}

// ParseRefreshToken verifies such a token.
func (t *Tokens) ParseRefreshToken(_ context.Context, raw string) (*Claims, error) {
	c := &Claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}
