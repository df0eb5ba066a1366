// Package light signs with a key that one of two programs tests.
package light

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/exposed/config"
)

// Token signs.
func Token() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).
		SignedString([]byte(config.MainSecret))
}
