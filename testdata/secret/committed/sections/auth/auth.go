// Package auth signs with what another package has filled.
package auth

import (
	"example.com/testdata/secret/committed/sections/global"
	"github.com/golang-jwt/jwt/v5"
)

func Token() (string, error) {
	return jwt.New(jwt.SigningMethodHS256).SignedString(key())
}

func key() []byte { return []byte(global.JWT.Secret) }
