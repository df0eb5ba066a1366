// Package authtest is for tests alone.
package authtest

import (
	"time"

	"net/http/httptest"

	"github.com/golang-jwt/jwt/v5"
)

// New returns a server that accepts its tokens.
func New() *httptest.Server { return httptest.NewServer(nil) }

// Token signs with the key of all tests.
func Token() (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("key of the tests"))
}
