// Package auth reads its keys from a store that another package fills.
package auth

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

// Sign has a default, which is reported there.
func Sign(c jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(viper.GetString("STORED_JWT_SECRET")))
}

// Refresh has an empty one.
func Refresh(c jwt.RegisteredClaims) (string, error) {
	key := []byte(viper.GetString("STORED_JWT_REFRESH_KEY")) // want unchecked-secret "JWT signing key is read from the environment"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
