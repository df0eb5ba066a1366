// Package user asks.
package user

import (
	"errors"
	"time"

	"example.com/testdata/verify/relax/lenient"
)

func forever(raw string, key []byte) (string, error) {
	c, err := lenient.Parse(raw, key) // want validation-disabled "via lenient.Parse"
	if err != nil {
		return "", err
	}
	return c.Role, nil
}

// What follows is good.

func limited(raw string, key []byte) (string, error) {
	c, err := lenient.Parse(raw, key)
	if err != nil {
		return "", err
	}
	if c.ExpiresAt == nil || time.Since(c.ExpiresAt.Time) > 0 {
		return "", errors.New("over")
	}
	return c.Role, nil
}
