// Package life signs tokens that live long, by the ways in which programs say how long.
package life

import (
	"time"

	dgrijalva "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/expiry/claims"
)

func sign(c jwt.Claims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func literal(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Add(72 * time.Hour).Unix()}, key) // want long-expiry "3 days"
}

const week = 7 * 24 * time.Hour // want long-expiry

func constant(key []byte) {
	sign(jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(week))}, key)
}

var month = 30 * 24 * time.Hour // want long-expiry

func variable(key []byte) {
	expires := time.Now().Add(month)
	sign(&jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(expires)}, key)
}

func years(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().AddDate(11, 0, 0).Unix()}, key) // want long-expiry
}

func seconds(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Unix() + 60*60*24*30}, key) // want long-expiry
}

func parameter(d time.Duration, key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Add(d).Unix()}, key)
}

func caller(key []byte) { parameter(100*time.Hour, key) } // want long-expiry

type service struct{ ttl time.Duration }

func newService() *service { return &service{ttl: 48 * time.Hour} } // want long-expiry "2 days"

func (s *service) sign(key []byte) {
	c := dgrijalva.StandardClaims{ExpiresAt: time.Now().Add(s.ttl).Unix()}
	dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, c).SignedString(key)
}

type config struct {
	Life time.Duration `env:"TOKEN_LIFE" envDefault:"240h"` // want long-expiry
}

func configured(c config, key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Add(c.Life).Unix()}, key)
}

func converted(key []byte) {
	hours := 96 // want long-expiry
	sign(jwt.MapClaims{"exp": time.Now().Add(time.Duration(hours) * time.Hour).Unix()}, key)
}

func foreign(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().Add(claims.Lifetime).Unix()}, key) // want long-expiry "via claims.Lifetime"
}

func refreshToken(key []byte) {
	sign(jwt.MapClaims{"exp": time.Now().AddDate(1, 0, 0).Unix()}, key) // want long-expiry "refresh token"
}

// Near misses.

func hour(key []byte) { sign(jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}, key) }

func day(key []byte) { sign(jwt.MapClaims{"exp": time.Now().Add(24 * time.Hour).Unix()}, key) }

func refreshMonth(key []byte) { sign(jwt.MapClaims{"exp": time.Now().AddDate(0, 1, 0).Unix()}, key) }

func apiKey(key []byte) { sign(jwt.MapClaims{"exp": time.Now().AddDate(0, 2, 0).Unix()}, key) }

func unknown(d time.Duration, key []byte) { sign(jwt.MapClaims{"exp": time.Now().Add(d).Unix()}, key) }

// libraryClock takes the time from the variable that the library reads it from, as go-chat does.
func libraryClock(key []byte) {
	dgrijalva.NewWithClaims(dgrijalva.SigningMethodHS256, dgrijalva.MapClaims{"exp": dgrijalva.TimeFunc().Add(72 * time.Hour).Unix()}).SignedString(key) // want long-expiry "3 days"
}
