// Package tested issues tokens without iat and knows it, and has one in milliseconds.
package tested

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var errStale = errors.New("stale")

type claims struct{ jwt.RegisteredClaims }

func issue(key []byte) (string, error) {
	c := claims{jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func check(raw string, key []byte, changed time.Time) error {
	var c claims
	_, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return err
	}
	if c.IssuedAt == nil || c.IssuedAt.Before(changed) {
		return errStale
	}
	return nil
}

func issueMillis(key []byte) (string, error) {
	c := jwt.MapClaims{"iat": time.Now().UnixMilli(), "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func checkMillis(c jwt.MapClaims, changed time.Time) bool {
	iat, _ := c["iat"].(float64)
	return int64(iat) < changed.UnixMilli() // the issuer counts so, which is reported by jwtexpiry
}
