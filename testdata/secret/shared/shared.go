// Package shared signs two kinds of tokens with one key.
package shared

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func pair(key []byte, user string) (string, string) {
	access := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Minute).Unix()})
	refresh := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()})
	accessToken, _ := access.SignedString(key)
	refreshToken, _ := refresh.SignedString(key) // want shared-secret
	return accessToken, refreshToken
}

// Near misses: a claim that tells them apart, another key.

func typed(key []byte, user string) (string, string) {
	access := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "typ": "access", "exp": time.Now().Add(time.Minute).Unix()})
	refresh := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "typ": "refresh", "exp": time.Now().Add(time.Hour).Unix()})
	accessToken, _ := access.SignedString(key)
	refreshToken, _ := refresh.SignedString(key)
	return accessToken, refreshToken
}

func apart(key, other []byte, user string) (string, string) {
	access := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Minute).Unix()})
	refresh := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()})
	accessToken, _ := access.SignedString(key)
	refreshToken, _ := refresh.SignedString(other)
	return accessToken, refreshToken
}
