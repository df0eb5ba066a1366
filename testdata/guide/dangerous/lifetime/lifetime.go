// Package lifetime issues tokens that work for much longer than anybody is logged in.
package lifetime

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Tokens issues tokens with one key.
type Tokens struct{ key []byte }

// New returns an issuer.
func New(key []byte) *Tokens { return &Tokens{key} }

// Claims are those of the API.
type Claims struct {
	Name string `json:"name"`
	jwt.RegisteredClaims
}

// forever sets no exp: the token works as long as the key does.
func (t *Tokens) forever(user, name string) (string, error) {
	claims := Claims{Name: name, RegisteredClaims: jwt.RegisteredClaims{
		Subject:  user,
		IssuedAt: jwt.NewNumericDate(time.Now()),
	}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key) // want missing-expiry
}

// year sets one that is a year away.
func (t *Tokens) year(user, name string) (string, error) {
	now := time.Now()
	claims := Claims{Name: name, RegisteredClaims: jwt.RegisteredClaims{
		Subject:   user,
		IssuedAt:  jwt.NewNumericDate(now),
		ExpiresAt: jwt.NewNumericDate(now.Add(365 * 24 * time.Hour)), // want long-expiry "365 days"
	}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(t.key)
}
