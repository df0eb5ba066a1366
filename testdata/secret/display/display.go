// Package display tests the length of keys: only to show them, and to check them.
package display

import (
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func sign(key []byte) (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// mask tests the length, because it cuts the text.
func mask(s string) string {
	if len(s) < 8 {
		return "***"
	}
	return s[:4] + "***"
}

// state says whether there is one.
func state(s string) string {
	if s == "" {
		return "not set"
	}
	return "set"
}

// strength says how long it is.
func strength(s string) string {
	switch {
	case len(s) < 16:
		return "weak"
	case len(s) < 32:
		return "fair"
	}
	return "good"
}

// half says so with one limit.
func half(s string) string {
	if len(s) < 16 {
		return "short"
	}
	return "long"
}

func tail(s string) string {
	if n := len(s); n > 4 {
		return s[n-4:]
	}
	return ""
}

// shown is only shown: nothing tests it.
func shown() (string, error) {
	key := os.Getenv("PORTAL_SHOWN") // want unchecked-secret
	log.Printf("key %s %s", mask(key), tail(key))
	return sign([]byte(key))
}

// graded is tested elsewhere, too.
func graded() (string, error) {
	key := os.Getenv("PORTAL_GRADED")
	log.Println("key", state(key), half(key))
	if key == "" {
		return "", errors.New("PORTAL_GRADED is not set")
	}
	return sign([]byte(key))
}

// checked is tested elsewhere.
func checked() (string, error) {
	key := os.Getenv("PORTAL_CHECKED")
	log.Println("key", mask(key), strength(key))
	if key == "" {
		return "", errors.New("PORTAL_CHECKED is not set")
	}
	return sign([]byte(key))
}

// strong is tested for its length elsewhere.
func strong() (string, error) {
	key := os.Getenv("PORTAL_STRONG")
	log.Println("key", mask(key))
	if len(key) < 32 {
		return "", fmt.Errorf("PORTAL_STRONG: %d bytes, 32 wanted", len(key))
	}
	return sign([]byte(key))
}

// inline is cut where it is logged.
func inline() (string, error) {
	key := os.Getenv("PORTAL_INLINE") // want unchecked-secret
	if len(key) > 8 {
		log.Println("key", key[:4]+"...")
	}
	return sign([]byte(key))
}

// Neighbours that do check.

func weak() (string, error) {
	key := os.Getenv("PORTAL_WEAK")
	if len(key) < 8 { // want short-secret
		return "", errors.New("PORTAL_WEAK starts with " + key[:2])
	}
	return sign([]byte(key))
}

// must ends the program.
func must(s string) string {
	if len(s) < 16 { // want short-secret
		log.Fatalf("key %s... is too short", s[:2])
	}
	return s
}

func demanded() (string, error) { return sign([]byte(must(os.Getenv("PORTAL_DEMANDED")))) }

// longEnough is a test as a function.
func longEnough(s string) bool { return len(s) >= 16 } // want short-secret

func tested() (string, error) {
	key := os.Getenv("PORTAL_TESTED")
	if !longEnough(key) {
		return "", errors.New("PORTAL_TESTED is too short")
	}
	return sign([]byte(key))
}
