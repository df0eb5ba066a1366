// Package secret has keys of a team that wants 48 bytes for each: -jwtsecret.min-key-length=48.
package secret

import (
	"crypto/rand"
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func short(claims jwt.Claims) (string, error) {
	key := make([]byte, 32)
	rand.Read(key) // want short-secret "32 bytes, the settings require 48"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func long(claims jwt.Claims) (string, error) {
	key := make([]byte, 48)
	rand.Read(key)
	return jwt.NewWithClaims(jwt.SigningMethodHS512, claims).SignedString(key)
}

func tested(claims jwt.Claims) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if len(key) < 32 { // want short-secret "accepts keys of 32 bytes, the settings require 48"
		return "", errors.New("JWT_SECRET is too short")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

func enough(claims jwt.Claims) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if len(key) < 48 {
		return "", errors.New("JWT_SECRET is too short")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS512, claims).SignedString([]byte(key))
}
