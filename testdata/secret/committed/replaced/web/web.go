// Package web signs with the keys of another package.
package web

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/committed/replaced/conf"
)

// Token signs.
func Token() {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(conf.Auth.Secret))
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(conf.Auth.OtherSecret))
}
