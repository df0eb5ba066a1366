// Package app says how long the tokens of another package live.
package app

import (
	"time"

	"example.com/testdata/expiry/pair/issuer"
)

const (
	refreshLife = 7 * 24 * time.Hour
	week        = 7 * 24 * time.Hour // want long-expiry "access token"
)

// Issuers returns issuers.
func Issuers(secret []byte) []*issuer.Issuer {
	return []*issuer.Issuer{
		issuer.New(secret, 15*time.Minute, 7*24*time.Hour),
		issuer.New(secret, 15*time.Minute, refreshLife),
		issuer.New(secret, week, 200*24*time.Hour), // want long-expiry "refresh token"
	}
}
