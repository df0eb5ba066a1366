// Package replaced signs with keys of a package that puts constants in their place where none is
// set. That package does not report a constant that no call hands over with the name of the key.
package replaced

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/replaced/config"
)

func sign(key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(key))
}

func condition() { sign(config.ConditionSecret()) } // want default-secret "via config.ConditionSecret"

func last() { sign(config.LastSecret()) } // want default-secret "via config.LastSecret"

func variable() { sign(config.Secret) } // want default-secret "via config.Secret"

func field() { sign(config.New().Secret) } // want default-secret "via config.Secret"

// Near misses: the default of a helper is reported in that package, and a key without one is tested.

func named() { sign(config.New().Named) }

func strict() { sign(config.New().Strict) }
