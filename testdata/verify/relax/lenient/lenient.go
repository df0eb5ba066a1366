// Package lenient leaves the end of a token to who asks.
package lenient

import "github.com/golang-jwt/jwt/v5"

// Claims are those of a session.
type Claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

// Parse verifies the signature of a token.
func Parse(raw string, key []byte) (*Claims, error) {
	c := &Claims{}
	_, err := jwt.NewParser(jwt.WithoutClaimsValidation(), jwt.WithValidMethods([]string{"HS256"})).ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil })
	if err != nil {
		return nil, err
	}
	return c, nil
}
