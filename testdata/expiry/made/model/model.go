// Package model makes claims that others sign.
package model

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Claims are those of a user.
type Claims struct {
	Name string `json:"name"`
	jwt.RegisteredClaims
}

// Long returns claims that end in a month.
func Long(name string) *Claims {
	return &Claims{name, jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().AddDate(1, 0, 0))}} // want long-expiry "365 days"
}

// For returns claims that end in some minutes.
func For(name string, minutes int64) *Claims {
	end := time.Now().Add(time.Minute * time.Duration(minutes))
	return &Claims{Name: name, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(end)}}
}

// Near misses: a package that signs may mean refresh tokens, and asks for the instant of the end.

// Month returns claims that end in a month.
func Month(name string) *Claims {
	return &Claims{name, jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().AddDate(0, 1, 0))}}
}

// Until returns claims that end at a time.
func Until(name string, end time.Time) *Claims {
	return &Claims{name, jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(end)}}
}

// Expected returns claims to compare with.
func Expected(name string) *Claims { return &Claims{Name: name} }
