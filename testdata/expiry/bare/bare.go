// Package bare adds numbers without a unit to the time.
package bare

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func one(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "x", "exp": time.Now().Add(time.Duration(900)).Unix()}).SignedString(key) // want expiry-unit "without a unit"
}
func two(key []byte, minutes int) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "x", "exp": time.Now().Add(time.Duration(minutes)).Unix()}).SignedString(key)
}
func callTwo(key []byte) { two(key, 15) } // want expiry-unit "without a unit"

const ttl = 3600

func three(key []byte) (string, error) {
	c := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(ttl))} // want expiry-unit "without a unit"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

var sec time.Duration = 86400

func four(key []byte) (string, error) {
	c := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(sec))} // want expiry-unit "without a unit"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
func near(key []byte) (string, error) {
	c := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(900 * time.Second))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
func near2(key []byte) (string, error) {
	c := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(sec2 * time.Second))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

var sec2 = time.Duration(86400)

const second = time.Second

func near3(key []byte) (string, error) {
	c := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(second))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// Near miss: nanoseconds that are meant.
func near4(key []byte) (string, error) {
	c := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(900_000_000_000))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
