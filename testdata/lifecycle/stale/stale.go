// Package stale refuses tokens that are older than the password of their user.
package stale

import (
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var errStale = errors.New("stale")

type user struct{ PasswordChangedAt time.Time }

func keyfunc(key []byte) jwt.Keyfunc { return func(*jwt.Token) (any, error) { return key, nil } }

func byMap(claims jwt.MapClaims, u user) error {
	if int64(claims["iat"].(float64)) < u.PasswordChangedAt.UnixMilli() { // want stale-revocation "compared with milliseconds"
		return errStale
	}
	iat, ok := claims["iat"].(float64)
	if ok && int64(iat) < u.PasswordChangedAt.UnixNano() { // want stale-revocation "nanoseconds"
		return errStale
	}
	if int64(iat) < u.PasswordChangedAt.Unix() {
		return errStale
	}
	if int64(iat)*1000 < u.PasswordChangedAt.UnixMilli() {
		return errStale
	}
	if nbf, ok := claims["created_ms"].(float64); ok && int64(nbf) < u.PasswordChangedAt.UnixMilli() {
		return errStale
	}
	return nil
}

type claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

func issue(name string, key []byte) (string, error) {
	c := &claims{User: name, RegisteredClaims: jwt.RegisteredClaims{
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func byClaims(raw string, key []byte, u user) (*claims, error) {
	var c claims
	_, err := jwt.ParseWithClaims(raw, &c, keyfunc(key), jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	if c.IssuedAt.Unix() < u.PasswordChangedAt.UnixMilli() { // want stale-revocation
		return nil, errStale
	}
	if c.IssuedAt.Before(u.PasswordChangedAt) { // want stale-revocation "tokens are issued without it"
		return nil, errStale
	}
	return &c, nil
}

// Near misses.

type dated struct{ jwt.RegisteredClaims }

func issueDated(key []byte) (string, error) {
	c := &dated{jwt.RegisteredClaims{
		IssuedAt:  jwt.NewNumericDate(time.Now()),
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func byDated(raw string, key []byte, u user) error {
	var c dated
	if _, err := jwt.ParseWithClaims(raw, &c, keyfunc(key), jwt.WithValidMethods([]string{"HS256"})); err != nil {
		return err
	}
	if c.IssuedAt.Before(u.PasswordChangedAt) || c.IssuedAt.Unix() < u.PasswordChangedAt.Unix() {
		return errStale
	}
	return nil
}

// Others issue these tokens.
func byForeign(raw string, key []byte, u user) error {
	var c struct{ jwt.RegisteredClaims }
	if _, err := jwt.ParseWithClaims(raw, &c, keyfunc(key), jwt.WithValidMethods([]string{"HS256"})); err != nil {
		return err
	}
	if c.IssuedAt.Before(u.PasswordChangedAt) {
		return errStale
	}
	return nil
}
