// Package auth signs.
package auth

import (
	"example.com/testdata/secret/committed/options/core"
	"github.com/golang-jwt/jwt/v5"
)

func Token(cfg *core.Config) (string, error) {
	return jwt.New(jwt.SigningMethodHS256).SignedString([]byte(cfg.JWT.SecretKey))
}
