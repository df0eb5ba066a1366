// Package made has the claims of its tokens made by a function: each signing call is one entry, at
// the call.
package made

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct{ jwt.RegisteredClaims }

func newClaims(subject string, life time.Duration) (*claims, error) {
	return &claims{jwt.RegisteredClaims{
		Subject: subject, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}}, nil
}

// Create signs what it has made.
func Create(subject string, life time.Duration) (string, *claims, error) {
	c, err := newClaims(subject, life)
	if err != nil {
		return "", nil, err
	}
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(os.Getenv("JWT_SECRET")))
	return token, c, err
}
