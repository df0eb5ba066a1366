// Package env reads settings, and signs with one of them.
package env

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Get returns a setting, or what it is without one.
func Get(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}

// Sign signs claims. What else Get is asked for is no key.
func Sign(c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(Get("HANDED_KEY", "development"))) // want default-secret
}

// SignWith signs claims with a key.
func SignWith(c jwt.Claims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
}
