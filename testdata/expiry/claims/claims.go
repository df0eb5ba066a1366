// Package claims builds and signs claims for other packages.
package claims

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// For returns claims that end.
func For(user string) jwt.Claims {
	return jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()}
}

// Fill lets the claims end.
func Fill(c jwt.MapClaims) { c["exp"] = time.Now().Add(time.Hour).Unix() }

// Sign signs the claims as they are.
func Sign(c jwt.MapClaims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// Lifetime is how long tokens live.
const Lifetime = 240 * time.Hour

// SignFor signs for a user and a span.
func SignFor(user string, life time.Duration, key []byte) (string, error) {
	c := jwt.MapClaims{"sub": user, "exp": time.Now().Add(life).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
