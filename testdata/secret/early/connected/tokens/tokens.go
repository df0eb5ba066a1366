// Package tokens reads its key when it is initialised.
package tokens

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var key = []byte(os.Getenv("CONNECTED_KEY")) // want unchecked-secret

// Sign signs.
func Sign() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}
