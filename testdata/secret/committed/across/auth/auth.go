// Package auth signs with a setting that another package reads.
package auth

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func Sign() (string, error) {
	key := viper.GetString("auth.pepper_key")
	if key == "" {
		return "", errors.New("no key")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(key))
}
