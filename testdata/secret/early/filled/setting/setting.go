// Package setting sets its variables when it is initialised.
package setting

import (
	"os"

	"github.com/joho/godotenv"
)

// SigningKey has a value when others are initialised.
var SigningKey string

func init() { Init() }

// Init loads the settings, again when it is called later.
func Init() {
	godotenv.Load()
	if SigningKey = os.Getenv("EARLY_FILLED_KEY"); SigningKey == "" {
		panic("EARLY_FILLED_KEY is not set")
	}
}
