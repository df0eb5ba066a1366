// Package condition sets the end of a token under a condition that some callers fail.
package condition

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func sign(key []byte, sub string, ttl time.Duration) (string, error) {
	c := jwt.MapClaims{"sub": sub}
	if ttl > 0 {
		c["exp"] = time.Now().Add(ttl).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func Login(key []byte) (string, error) { return sign(key, "u", 0) } // want missing-expiry
func Other(key []byte) (string, error) { return sign(key, "u", time.Hour) }

func signOpt(key []byte, sub string, remember bool) (string, error) {
	c := jwt.RegisteredClaims{Subject: sub}
	if !remember {
		c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func Remember(key []byte) (string, error) { return signOpt(key, "u", true) } // want missing-expiry
func Forget(key []byte) (string, error)   { return signOpt(key, "u", false) }

func signPtr(key []byte, sub string, end *time.Time) (string, error) {
	c := jwt.RegisteredClaims{Subject: sub}
	if end != nil {
		c.ExpiresAt = jwt.NewNumericDate(*end)
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func Never(key []byte) (string, error) { return signPtr(key, "u", nil) } // want missing-expiry
func Ever(key []byte) (string, error) {
	t := time.Now().Add(time.Hour)
	return signPtr(key, "u", &t)
}

// Near misses: a default where the caller has none, an end in the other branch, a value that is not
// known.

func signDefault(key []byte, sub string, ttl time.Duration) (string, error) {
	if ttl == 0 {
		ttl = time.Hour
	}
	c := jwt.MapClaims{"sub": sub}
	if ttl > 0 {
		c["exp"] = time.Now().Add(ttl).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func Default(key []byte) (string, error) { return signDefault(key, "u", 0) }

func signEither(key []byte, sub string, long bool) (string, error) {
	c := jwt.MapClaims{"sub": sub}
	if long {
		c["exp"] = time.Now().Add(12 * time.Hour).Unix()
	} else {
		c["exp"] = time.Now().Add(time.Hour).Unix()
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

func Either(key []byte) (string, error) { return signEither(key, "u", false) }

func Unknown(key []byte, ttl time.Duration) (string, error) { return sign(key, "u", ttl) }

// A token for a machine, by its name.
func newAPIKey(key []byte) (string, error) {
	apiKey, err := sign(key, "u", 0)
	return apiKey, err
}
