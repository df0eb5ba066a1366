// Package auth chooses its keys by the helpers of another package.
package auth

import (
	"os"
	"time"

	"example.com/testdata/secret/chosen/text"

	"github.com/golang-jwt/jwt/v5"
)

var (
	fallback = text.Or(os.Getenv("CHOSEN_SECRET"), "development")                                 // want default-secret
	debug    = text.If(os.Getenv("DEBUG") != "", "debug it all", os.Getenv("CHOSEN_LIVE_SECRET")) // want default-secret
	upper    = text.Upper(os.Getenv("CHOSEN_UPPER"), "development")
	must     = text.Must(os.Getenv("CHOSEN_MUST"), "CHOSEN_MUST")
	first    = text.First(os.Getenv("CHOSEN_FIRST"), "development", func(*string) {})
)

func sign() {
	for _, key := range []string{fallback, debug, upper, must, first} {
		token().SignedString([]byte(key))
	}
}

func token() *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute)),
	})
}
