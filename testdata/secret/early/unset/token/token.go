// Package token copies a key when it is initialised.
package token

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/early/unset/setting"
)

var key = []byte(setting.SigningKey)

// Sign signs.
func Sign() {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(key)
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(setting.SigningKey))
}
