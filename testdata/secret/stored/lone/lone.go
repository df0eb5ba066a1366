// Package lone reads a key that nobody gives a default or tests.
package lone

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

// Sign signs with what the environment says.
func Sign(c jwt.RegisteredClaims) (string, error) {
	key := viper.GetString("LONE_JWT_SECRET") // want unchecked-secret
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(key))
}

// Tested is one that main tests.
func Tested(c jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(viper.GetString("TESTED_JWT_SECRET")))
}
