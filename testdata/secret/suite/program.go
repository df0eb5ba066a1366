package suite

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
)

// Issue is part of a program that compares with a library for tests.
func Issue(roles []string) (string, error) {
	if !assert.ObjectsAreEqual(roles, []string{"admin"}) {
		return "", jwt.ErrTokenInvalidClaims
	}
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("key of the program")) // want hardcoded-secret
}
