// Package other is a library: who imports it can test the key.
package other

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/exposed/config"
)

// Token signs with a key that the program may check.
func Token() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).
		SignedString([]byte(config.LibrarySecret))
}
