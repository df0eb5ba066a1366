// Package keys is a wrapper around a library, as other packages of a program use it.
package keys

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/golang-jwt/jwt/v5"
)

// Signing is a key.
const Signing = "exported constant"

// Current is what Default signs with.
var Current []byte

// Options configures a signer.
type Options struct{ Secret, Issuer string }

// Sign signs with the secret it is given: the wrapper itself is never reported.
func Sign(secret string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(secret))
}

// Sign signs with the options' secret.
func (o Options) Sign() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1, "iss": o.Issuer}).SignedString([]byte(o.Secret))
}

// Default signs with Current.
func Default() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(Current)
}

// Hash has nothing to do with tokens.
func Hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}
