// Package handler reads the key and signs with it.
package handler

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Config has the key.
type Config struct{ Secret string }

// LoadConfig reads it.
func LoadConfig() Config {
	s := os.Getenv("TWICE_KEY") // want unchecked-secret
	return Config{Secret: s}
}

// Sign signs with it.
func Sign(cfg Config) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(cfg.Secret))
}
