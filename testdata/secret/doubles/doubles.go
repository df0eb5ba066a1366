// Package doubles has a type for tests in a file of its own, which is not called _test.go.
package doubles

import "github.com/golang-jwt/jwt/v5"

// Maker signs.
type Maker struct{}

// Make has its key in the source.
func (Maker) Make(c jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte("doubled")) // want hardcoded-secret
}
