// Package issuer signs access and refresh tokens, each with a life of its own.
package issuer

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const kindRefresh = "refresh"

// Issuer signs tokens.
type Issuer struct {
	secret          []byte
	access, refresh time.Duration
}

// New returns an issuer.
func New(secret []byte, access, refresh time.Duration) *Issuer {
	return &Issuer{secret, access, refresh}
}

// Issue signs a token of a kind.
func (i *Issuer) Issue(user, kind string) (string, error) {
	life := i.access
	if kind == kindRefresh {
		life = i.refresh
	}
	claims := jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(i.secret)
}
