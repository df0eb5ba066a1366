// Package weakkeys signs tokens with keys that somebody else can find out.
package weakkeys

import (
	"cmp"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// sign issues a token for the user, good for a quarter of an hour.
func sign(user string, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject:   user,
		IssuedAt:  jwt.NewNumericDate(time.Now()),
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute)),
	}).SignedString(key)
}

// Three that stand in every list of passwords.

func signWithDigits(user string) (string, error) {
	return sign(user, []byte("123456")) // want hardcoded-secret "6 bytes"
}

func signWithSecret(user string) (string, error) {
	const jwtSecret = "mysecret" // want hardcoded-secret "8 bytes"
	return sign(user, []byte(jwtSecret))
}

var jwtKey = []byte("password") // want hardcoded-secret "public word lists"

func signWithPassword(user string) (string, error) { return sign(user, jwtKey) }

// Two that follow from what everybody knows of the program.

const yearlyKey = "notes-secret-2026" // want hardcoded-secret "17 bytes"

func signWithYear(user string) (string, error) { return sign(user, []byte(yearlyKey)) }

func signWithName(user string) (string, error) {
	key := os.Getenv("APP_NAME") + "-secret" // want predictable-secret "program, host or user name"
	return sign(user, []byte(key))
}

// Two that look configured: one has a default, and one is empty where the variable is not set.

func signWithDefault(user string) (string, error) {
	key := cmp.Or(os.Getenv("NOTES_JWT_KEY"), "change-me-in-production") // want default-secret
	return sign(user, []byte(key))
}

func signUnchecked(user string) (string, error) {
	return sign(user, []byte(os.Getenv("NOTES_SIGNING_KEY"))) // want unchecked-secret
}
