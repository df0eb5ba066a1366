// Package tokens signs with keys that a settings file has.
package tokens

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/overfile/config"
)

// Sign signs with the key that the file has, unless the environment has one.
func Sign(cfg *config.Config) (string, error) { return sign(cfg.Auth.JWTSecret) }

// SignBoth signs with a key that may be in neither.
func SignBoth(cfg *config.Both) (string, error) {
	return token().SignedString([]byte(cfg.SigningKey)) // want unchecked-secret
}

// SignBare signs with a key that only the environment has.
func SignBare(cfg *config.Bare) (string, error) {
	return token().SignedString([]byte(cfg.BareSecret)) // want unchecked-secret
}

func sign(key string) (string, error) { return token().SignedString([]byte(key)) }

func token() *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute)),
	})
}
