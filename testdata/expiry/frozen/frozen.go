// Package frozen reads the clock once and signs many tokens with it.
package frozen

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var expires = time.Now().Add(time.Hour).Unix() // want frozen-claims

func sign(user string, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": expires}).SignedString(key)
}

var standard jwt.RegisteredClaims

func init() {
	standard = jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))} // want frozen-claims
}

func signStandard(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, standard).SignedString(key)
}

// Near miss: the clock is read for each token.

func fresh(user string, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()}).SignedString(key)
}
