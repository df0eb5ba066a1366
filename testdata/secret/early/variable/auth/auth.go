// Package auth signs with keys of another package.
package auth

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/early/variable/config"
)

// Sign signs.
func Sign() {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(config.Secret))
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(config.Fallback))
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(config.JWTSecret()) // want unchecked-secret
}
