// Package units signs tokens whose times are in the wrong unit.
package units

import (
	"time"

	dgrijalva "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"
)

func sign(c jwt.Claims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func milliseconds(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Add(time.Hour).UnixMilli()}, key) // want expiry-unit "milliseconds"
}

func nanoseconds(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix(), "iat": time.Now().UnixNano()}, key) // want expiry-unit "nanoseconds"
}

func duration(key []byte) {
	c := dgrijalva.StandardClaims{ExpiresAt: int64(15 * time.Minute)} // want expiry-unit "a duration, not a Unix timestamp"
	dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, c).SignedString(key)
}

func added(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Unix() + int64(time.Hour)}, key) // want expiry-unit "number of nanoseconds"
}

func bare(key []byte) {
	sign(jwt.MapClaims{"exp": 3600}, key) // want expiry-unit "a duration, not a Unix timestamp"
}

func text(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Add(time.Hour).Format(time.RFC3339)}, key) // want expiry-unit "text"
}

func instant(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Add(time.Hour)}, key) // want expiry-unit "time.Time"
}

func unscaled(key []byte) {
	minutes := 15
	sign(jwt.MapClaims{"exp": time.Now().Add(time.Duration(minutes)).Unix()}, key) // want expiry-unit "without a unit"
}

// Near misses.

func divided(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Add(time.Hour).UnixNano() / 1e9, "iat": time.Now().UnixMilli() / 1000}, key)
}

func date(key []byte) {
	sign(jwt.MapClaims{"exp": jwt.NewNumericDate(time.Now().Add(time.Hour)), "nbf": time.Now().Unix()}, key)
}

func number(key []byte, minutes int) {
	sign(jwt.MapClaims{"exp": time.Now().Add(time.Duration(minutes) * time.Minute).Unix()}, key)
}

func float(key []byte) {
	sign(jwt.MapClaims{"exp": float64(time.Now().Add(time.Hour).Unix())}, key)
}
