package pin

import (
	"os"

	"github.com/dgrijalva/jwt-go" // want unmaintained-library
	jwt4 "github.com/golang-jwt/jwt/v4"
)

func setting(raw string) error {
	_, err := jwt4.Parse(raw, func(*jwt4.Token) (any, error) { return []byte(os.Getenv("JWT_PUBLIC_KEY")), nil }) // want unpinned-alg "text of a public key"
	return err
}

func oldest(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (interface{}, error) { // want unpinned-alg "text of a public key"
		return os.ReadFile("keys/jwt.pub")
	})
	return err
}

// What follows is good.

func shared(raw string) error {
	_, err := jwt4.Parse(raw, func(*jwt4.Token) (any, error) { return []byte(os.Getenv("JWT_SECRET")), nil })
	return err
}

// a key in a folder of certificates
func folder(raw string) error {
	_, err := jwt4.Parse(raw, func(*jwt4.Token) (any, error) { return os.ReadFile("certs/signing.pem") })
	return err
}
