// Package tokens reads its key after another package has had the settings loaded, when that was
// initialised: a near miss of connected.
package tokens

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/early/booted/store"
)

var key = []byte(os.Getenv("BOOTED_KEY"))

// Sign signs.
func Sign() (string, error) {
	if len(key) < 32 {
		panic("BOOTED_KEY is too short")
	}
	store.Count++
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}
