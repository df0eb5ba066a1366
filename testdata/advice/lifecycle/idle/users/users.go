// Package users has two services.
package users

import (
	"context"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Plain keeps nothing.
type Plain struct{}

// Token signs a token.
func (Plain) Token(subject string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(24 * time.Hour)),
	}).SignedString([]byte(os.Getenv("JWT_SECRET")))
}

// Quit does nothing: clients forget the token.
func (Plain) Quit(context.Context, string) error { return nil }

// Present keeps who is there.
type Present struct{ there map[string]bool }

// Leave takes somebody out.
func (p *Present) Leave(_ context.Context, id string) error {
	delete(p.there, id)
	return nil
}
