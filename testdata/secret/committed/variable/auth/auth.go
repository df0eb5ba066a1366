// Package auth signs.
package auth

import (
	"example.com/testdata/secret/committed/variable/conf"
	"github.com/golang-jwt/jwt/v5"
)

func Token(cfg *conf.Config) (string, error) {
	return jwt.New(jwt.SigningMethodHS256).SignedString([]byte(cfg.JWT.Secret))
}
