// Package early reads its key before the settings are loaded.
package early

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/joho/godotenv"
)

var key = []byte(os.Getenv("EARLY_KEY_A")) // want unloaded-secret

var late []byte

// Start loads the settings.
func Start() {
	godotenv.Load()
	late = []byte(os.Getenv("EARLY_KEY_B"))
	if len(late) == 0 {
		panic("EARLY_KEY_B is not set")
	}
}

func sign() {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(late)
}
