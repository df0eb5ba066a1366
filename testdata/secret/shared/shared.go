// Package shared signs two kinds of tokens with one key.
package shared

import (
	"os"
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

type maker struct{}

func (maker) Access(user string) (string, error) {
	secret := os.Getenv("SHARED_A") // want unchecked-secret
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Minute).Unix()}).SignedString([]byte(secret))
}

func (maker) Refresh(user string) (string, error) {
	secret := os.Getenv("SHARED_A")                                                                                                                    // want unchecked-secret
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()}).SignedString([]byte(secret)) // want shared-secret
}

func issue(key []byte, user string, ttl time.Duration) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(ttl).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func wrapped(key []byte, user string) (accessToken, refreshToken string, err error) {
	if accessToken, err = issue(key, user, time.Minute); err != nil {
		return "", "", err
	}
	refreshToken, err = issue(key, user, time.Hour) // want shared-secret
	return accessToken, refreshToken, err
}

// Near misses of wrappers: other arguments may make other claims.

func wrappedApart(key, other []byte, user string) (accessToken, refreshToken string, err error) {
	if accessToken, err = issue(key, user, time.Minute); err != nil {
		return "", "", err
	}
	refreshToken, err = issue(other, user, time.Hour)
	return accessToken, refreshToken, err
}

func wrappedNamed(key []byte, user string) (accessToken, refreshToken string, err error) {
	if accessToken, err = issue(key, "access:"+user, time.Minute); err != nil {
		return "", "", err
	}
	refreshToken, err = issue(key, "refresh:"+user, time.Hour)
	return accessToken, refreshToken, err
}

// Seconds are a life too.
func issueSeconds(key []byte, user string, seconds int64) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Unix() + seconds}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func wrappedSeconds(key []byte, user string) (accessToken, refreshToken string, err error) {
	if accessToken, err = issueSeconds(key, user, 900); err != nil {
		return "", "", err
	}
	refreshToken, err = issueSeconds(key, user, 14*24*3600) // want shared-secret
	return accessToken, refreshToken, err
}

// Near miss: a number that is no life can be what tells them apart.
func issueVersion(key []byte, user string, use int) (string, error) {
	claims := jwt.MapClaims{"sub": user, "use": use, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func wrappedVersions(key []byte, user string) (accessToken, refreshToken string, err error) {
	if accessToken, err = issueVersion(key, user, 1); err != nil {
		return "", "", err
	}
	refreshToken, err = issueVersion(key, user, 2)
	return accessToken, refreshToken, err
}
