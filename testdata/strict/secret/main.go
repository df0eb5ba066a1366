// Command secret has a key that the files which run it set.
package main

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// What runs the program has set it by then.
var early = []byte(os.Getenv("STRICT_EARLY_KEY"))

func main() {
	if len(early) == 0 {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString(early)
	key := os.Getenv("STRICT_TOKEN_KEY")
	other := os.Getenv("STRICT_OTHER_KEY")
	if key == "" || other == "" {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
}
