// Package handed asks the helper of another package for settings that are no keys, and for one that is.
package handed

import (
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/handed/env"
)

func host() string { return env.Get("HANDED_HOST", "localhost") }

func every() (int, error) { return strconv.Atoi(env.Get("HANDED_MINUTES", "60")) }

func claims() jwt.Claims {
	return jwt.RegisteredClaims{Issuer: host(), ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
}

func signed() (string, error) {
	return env.SignWith(claims(), env.Get("HANDED_OTHER", "in the source")) // want default-secret
}

func written() (string, error) {
	return env.SignWith(claims(), "in the source, too") // want hardcoded-secret
}
