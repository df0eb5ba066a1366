// Package server signs.
package server

import (
	"errors"

	"example.com/testdata/secret/committed/fields/conf"
	"github.com/golang-jwt/jwt/v5"
)

func Sign() (string, error) {
	if conf.Global.JWT.SigningKey == "" {
		return "", errors.New("no key")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(conf.Global.JWT.SigningKey))
}
