// Package keys imports opener, and so is initialised after it.
package keys

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/early/opened/opener"
)

var key = []byte(os.Getenv("OPENED_KEY"))

// Sign signs.
func Sign() (string, error) {
	if len(key) < 32 {
		panic("OPENED_KEY is too short")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": opener.Address}).SignedString(key)
}
