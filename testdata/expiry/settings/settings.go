// Package settings hands the defaults of one package to the issuer of another.
package settings

import (
	"example.com/testdata/expiry/settings/auth"
	"example.com/testdata/expiry/settings/conf"
)

func service(c *conf.Config, key []byte) *auth.Service {
	return auth.NewService(key, c.TokenHours, c.ShortMinutes) // want long-expiry "3 days"
}

// A setting that is copied is judged where it comes from.
func options(c *conf.Config) auth.Options {
	return auth.Options{Hours: c.TokenHours}
}
