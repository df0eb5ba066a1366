// Package loaded reads its key after the package that it imports has loaded the settings: a near miss of early.
package loaded

import (
	"os"

	"example.com/testdata/secret/early/loader"

	"github.com/golang-jwt/jwt/v5"
	"github.com/joho/godotenv"
)

var key = []byte(os.Getenv("EARLY_C"))

func init() {
	if !loader.Loaded || len(key) < 32 {
		panic("EARLY_C is too short")
	}
}

// Reload loads the settings again.
func Reload() error { return godotenv.Overload() }

// Sign signs.
func Sign() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
}
