package size

import (
	"errors"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// The length of a piece says nothing of the others.

func piece() (string, error) {
	id, secret, ok := strings.Cut(os.Getenv("SIZE_PIECE"), ":")
	if !ok || len(secret) < 16 { // want short-secret
		return "", errors.New("no key")
	}
	if len(id) < 4 {
		return "", errors.New("no id")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

func longPiece() (string, error) {
	id, secret, ok := strings.Cut(os.Getenv("SIZE_LONG_PIECE"), ":")
	if !ok || len(secret) < 32 || len(id) < 4 {
		return "", errors.New("no key")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}
