package relax

import "github.com/golang-jwt/jwt/v5"

// decoded gets no key: the library refuses every token, whatever else is off.
func decoded(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, nil, jwt.WithoutClaimsValidation())
}
