// Package attest only sounds like a test.
package attest

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Token signs with a key of its own.
func Token() (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("key of all")) // want hardcoded-secret
}
