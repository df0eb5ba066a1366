// Package byhand ends its tokens by a claim of its own, which its verifier compares with the time.
package byhand

import (
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("BYHAND_KEY")), nil }

func sign(user string) (string, error) {
	k, _ := key(nil)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub":        user,
		"expired_at": time.Now().Add(time.Hour).Unix(),
	}).SignedString(k)
}

func verify(raw string) (jwt.MapClaims, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		return nil, err
	}
	if end, ok := claims["expired_at"].(float64); !ok || time.Now().Unix() > int64(end) {
		return nil, errors.New("expired")
	}
	return claims, nil
}

// long has a claim that no verifier reads.
func long(user string) (string, error) {
	k, _ := key(nil)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"sub":     user,
		"expires": time.Now().Add(time.Hour).Unix(), // want expiry-name
	}).SignedString(k)
}
