// Package expiry signs tokens for a team whose access tokens live for 15 minutes at most and whose
// refresh tokens live for 120 days: -jwtexpiry.access-life=15m -jwtexpiry.refresh-life=120d.
package expiry

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func sign(life time.Duration, key []byte) (string, error) {
	claims := jwt.MapClaims{"sub": "a", "exp": time.Now().Add(life).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func access(key []byte) {
	sign(15*time.Minute, key)
	sign(20*time.Minute, key) // want long-expiry "access token lifetime is 20 minutes, longer than 15 minutes"
	sign(time.Hour, key)      // want long-expiry "1 hour, longer than 15 minutes"
	sign(48*time.Hour, key)   // want long-expiry "2 days"
}

func refreshToken(key []byte) (string, error) {
	claims := jwt.MapClaims{"typ": "refresh", "exp": time.Now().Add(100 * 24 * time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func lastingRefreshToken(key []byte) (string, error) {
	claims := jwt.MapClaims{"typ": "refresh", "exp": time.Now().Add(130 * 24 * time.Hour).Unix()} // want long-expiry "refresh token lifetime is 130 days, longer than 120 days"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}
