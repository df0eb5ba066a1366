// Package users has two services.
package users

import (
	"context"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
)

// Plain keeps nothing.
type Plain struct{}

// Token signs a token.
func (Plain) Token(subject string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(24 * time.Hour)),
	}).SignedString([]byte(os.Getenv("JWT_SECRET")))
}

// Authenticate compares a password.
func (Plain) Authenticate(_ context.Context, hash, password string) error {
	return bcrypt.CompareHashAndPassword([]byte(hash), []byte(password))
}

// CheckName compares no password.
func (Plain) CheckName(_ context.Context, name string) bool { return name != "" }

// Quit does nothing: clients forget the token.
func (Plain) Quit(context.Context, string) error { return nil }

// Present keeps who is there.
type Present struct{ there map[string]bool }

// Leave takes somebody out.
func (p *Present) Leave(_ context.Context, id string) error {
	delete(p.there, id)
	return nil
}
