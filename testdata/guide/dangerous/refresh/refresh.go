// Package refresh has access tokens and refresh tokens that take each other's place.
package refresh

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Tokens issues both kinds with one key.
type Tokens struct{ key []byte }

// New returns an issuer.
func New(key []byte) *Tokens { return &Tokens{key} }

func (t *Tokens) access(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(15 * time.Minute).Unix(),
	}).SignedString(t.key)
}

func (t *Tokens) refresh(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{ // want shared-secret
		"sub": user, "exp": time.Now().Add(7 * 24 * time.Hour).Unix(),
	}).SignedString(t.key)
}

func (t *Tokens) verify(raw string) (string, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &claims, func(*jwt.Token) (any, error) { return t.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return claims.Subject, err
}
