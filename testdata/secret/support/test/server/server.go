// Package server is for tests alone.
package server

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Token signs with the key of all tests.
func Token() (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("key of the tests"))
}
