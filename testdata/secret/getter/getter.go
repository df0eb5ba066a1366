// Package getter signs with a setting that one package reads by the getter of another.
package getter

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/getter/core"
)

type Issuer struct{ config *core.Config }

func (i *Issuer) Issue(user string) (string, error) {
	key := i.config.Encryption.JWTKey // reported where it is written
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user,
		"exp": time.Now().Add(15 * time.Minute).Unix(),
	}).SignedString([]byte(key))
}
