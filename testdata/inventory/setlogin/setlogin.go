// Package setlogin signs with a key of the settings, and does not know who fills them.
package setlogin

import (
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/inventory/setconf"
)

// Login signs.
func Login(cfg *setconf.Config, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub": user, "exp": time.Now().Add(10 * time.Minute).Unix(),
	}).SignedString([]byte(cfg.TokenSecret))
}
