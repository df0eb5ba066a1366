package doubles

import "github.com/golang-jwt/jwt/v5"

// TestMaker stands in for Maker in tests of other packages.
type TestMaker struct{}

// Make signs with a key that no program has.
func (TestMaker) Make(c jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte("test"))
}
