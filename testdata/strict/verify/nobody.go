package verify

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// agents are known by tokens for nobody in particular: the list of the audience is empty.
type agents struct{ key []byte }

func (a *agents) sign(id string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: id, Audience: jwt.ClaimStrings{}, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(a.key)
}

func (a *agents) verify(raw string) (*jwt.RegisteredClaims, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return a.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}
