// Package embedded ships its keys with the program.
package embedded

import (
	"crypto/ecdsa"
	"embed"
	_ "embed"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

//go:embed private.pem
var private []byte // want embedded-secret

//go:embed hmac.txt
var hmac string // want embedded-secret

//go:embed public.pem
var public []byte

//go:embed private.pem public.pem
var files embed.FS

func signWith(key any, method jwt.SigningMethod) (string, error) {
	return jwt.NewWithClaims(method, jwt.MapClaims{"events": 1}).SignedString(key)
}

func sign() error {
	key, err := jwt.ParseECPrivateKeyFromPEM(private)
	if err != nil {
		return err
	}
	_, err = signWith(key, jwt.SigningMethodES256)
	return err
}

func mac() { signWith([]byte(hmac), jwt.SigningMethodHS256) }

func fromDisk() (*ecdsa.PrivateKey, error) {
	data, err := os.ReadFile("secret/embedded/private.pem") // want embedded-secret
	if err != nil {
		return nil, err
	}
	return jwt.ParseECPrivateKeyFromPEM(data)
}

func disk() error {
	key, err := fromDisk()
	if err != nil {
		return err
	}
	_, err = signWith(key, jwt.SigningMethodES256)
	return err
}

func fromFiles() error {
	data, err := files.ReadFile("private.pem") // want embedded-secret
	if err != nil {
		return err
	}
	key, err := jwt.ParseECPrivateKeyFromPEM(data)
	if err != nil {
		return err
	}
	_, err = signWith(key, jwt.SigningMethodES256)
	return err
}

// Near misses: public keys ship with programs, a path from outside is not in the module, nor is a file that is missing.

func verify(token string) {
	jwt.Parse(token, func(*jwt.Token) (any, error) { return jwt.ParseECPublicKeyFromPEM(public) })
}

func verifyFile(token string) {
	jwt.Parse(token, func(*jwt.Token) (any, error) {
		data, err := files.ReadFile("public.pem")
		if err != nil {
			return nil, err
		}
		return jwt.ParseECPublicKeyFromPEM(data)
	})
}

func mounted() error {
	data, err := os.ReadFile("/run/secrets/private.pem")
	if err != nil {
		return err
	}
	key, err := jwt.ParseECPrivateKeyFromPEM(data)
	if err != nil {
		return err
	}
	_, err = signWith(key, jwt.SigningMethodES256)
	return err
}

func missing() error {
	data, err := os.ReadFile("keys/private.pem")
	if err != nil {
		return err
	}
	key, err := jwt.ParseECPrivateKeyFromPEM(data)
	if err != nil {
		return err
	}
	_, err = signWith(key, jwt.SigningMethodES256)
	return err
}
