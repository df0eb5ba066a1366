// Package config reads its settings when it is initialised.
package config

import "os"

// Secret is read before main loads anything.
var Secret = os.Getenv("EARLY_VARIABLE_SECRET")

// Fallback has a value all the same.
var Fallback = fallback(os.Getenv("EARLY_FALLBACK_SECRET"))

func fallback(s string) string {
	if s == "" {
		return newSecret()
	}
	return s
}

func newSecret() string {
	text, err := os.ReadFile("/run/secrets/jwt")
	if err != nil {
		panic(err)
	}
	return string(text)
}

var hidden = os.Getenv("EARLY_HIDDEN_SECRET")

// JWTSecret returns what was read before main loads anything.
func JWTSecret() []byte { return []byte(hidden) }
