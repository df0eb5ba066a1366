// Package subject says what a token is for in its subject, and its verifiers look at that.
package subject

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	UserID string `json:"user_id"`
	jwt.RegisteredClaims
}

var key = []byte(os.Getenv("SUBJECT_KEY"))

func newAccessToken(id string) (string, error) {
	c := claims{id, jwt.RegisteredClaims{Subject: "access", ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func newRefreshToken(id string) (string, error) {
	c := claims{id, jwt.RegisteredClaims{Subject: "refresh", ExpiresAt: jwt.NewNumericDate(time.Now().Add(240 * time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func init() {
	if len(key) < 32 {
		panic("SUBJECT_KEY is too short")
	}
}

func verify(raw, purpose string) (*claims, error) {
	c := &claims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	if c.Subject != purpose {
		return nil, errors.New("another token")
	}
	return c, nil
}
