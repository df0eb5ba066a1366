// Package issue lets its tokens end by claims of its own name, in a program whose main does not import it.
package issue

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Session is compared with the time by package guard.
func Session(user string) (string, error) {
	return sign(jwt.MapClaims{"sub": user, "expires": time.Now().Add(time.Hour).Unix()})
}

// Ticket is compared by nobody.
func Ticket(user string) (string, error) {
	return sign(jwt.MapClaims{"sub": user, "expiry_date": time.Now().Add(time.Hour).Unix()}) // want expiry-name
}

func sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("DISTANT_KEY")))
}
