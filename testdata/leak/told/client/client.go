// Package client logs the tokens that it checks, and others that it knows nothing of.
package client

import (
	"log"

	"github.com/golang-jwt/jwt/v5"
)

// Check checks a token.
func Check(raw string, keys jwt.Keyfunc) error {
	log.Print(raw) // want token-log
	_, err := jwt.Parse(raw, keys, jwt.WithValidMethods([]string{"RS256"}))
	return err
}

// Trace writes what it is given.
func Trace(text string) { log.Print(text) }
