// Package made signs the claims of another package.
package made

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/expiry/made/model"
)

func long(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, model.Long("you")).SignedString(key)
}

func absolute(key []byte) (string, error) {
	end := time.Now().Add(time.Hour).Unix()
	return sign(model.For("you", end), key) // want expiry-unit
}

func days(key []byte) (string, error) {
	return sign(model.For("you", 7*24*60), key) // want long-expiry
}

func fine(key []byte) {
	sign(model.For("you", 15), key)
	sign(model.Month("refresh"), key)
	sign(model.Until("you", time.Now().Add(time.Hour)), key)
}

func sign(c *model.Claims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
