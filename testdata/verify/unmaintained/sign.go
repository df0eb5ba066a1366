// Package unmaintained uses libraries that are no longer maintained.
package unmaintained

import (
	"time"

	"github.com/dgrijalva/jwt-go" // want unmaintained-library "CVE-2020-26160"
)

func sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.StandardClaims{ExpiresAt: time.Now().Add(time.Hour).Unix()}).SignedString(key)
}
