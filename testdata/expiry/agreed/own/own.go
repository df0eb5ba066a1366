// Package own verifies the tokens that it signs: its library reads exp in seconds.
package own

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func issue(id string, key []byte) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": id, "exp": time.Now().Add(time.Hour).UnixMilli(), // want expiry-unit "milliseconds"
		"timestamp": time.Now().UnixMilli(),
	})
	token.Header["sign_type"] = "SIGN"
	return token.SignedString(key)
}

func accept(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}
