// Package must reads keys with helpers that end the program where a key is not set, unless the caller
// has another value.
package must

import (
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func sign(key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": 1}).SignedString([]byte(key))
}

// getenv ends the program where there is neither.
func getenv(name, otherwise string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	if otherwise != "" {
		return otherwise
	}
	log.Fatalf("%s is not set", name)
	return ""
}

// lenient goes on without one.
func lenient(name, otherwise string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	if otherwise != "" {
		return otherwise
	}
	log.Printf("%s is not set", name)
	return ""
}

func tokens() {
	sign(getenv("SIGNING_KEY", ""))
	sign(getenv("ANOTHER_KEY", "another-key-that-is-written-here")) // want default-secret
	sign(lenient("THIRD_KEY", ""))                                  // want unchecked-secret
}
