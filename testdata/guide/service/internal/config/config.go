// Package config reads the settings of the service from its environment. Keys come from there alone:
// no file of the repository has one, each environment has its own, and there is no default.
package config

import (
	"errors"
	"fmt"
	"os"

	"example.com/testdata/guide/service/internal/tokens"
)

// Config is what the service needs to start.
type Config struct {
	Host      string // that browsers know
	Addr      string // listens with TLS
	PlainAddr string // listens without, and sends browsers to Host
	CertFile  string
	KeyFile   string
	Redis     string // its URL
	Rings     tokens.Rings
}

// Load reads the settings. It names all that is missing or wrong at once.
func Load() (*Config, error) {
	var errs []error
	named := func(name string, err error) {
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
		}
	}
	var err error
	c := &Config{Addr: ":8443", PlainAddr: ":8080"}
	c.Rings.Access, err = tokens.ParseRing(os.Getenv("NOTES_ACCESS_KEYS"))
	named("NOTES_ACCESS_KEYS", err)
	c.Rings.Refresh, err = tokens.ParseRing(os.Getenv("NOTES_REFRESH_KEYS"))
	named("NOTES_REFRESH_KEYS", err)
	c.Rings.Confirmation, err = tokens.ParseRing(os.Getenv("NOTES_CONFIRMATION_KEYS"))
	named("NOTES_CONFIRMATION_KEYS", err)
	for name, to := range map[string]*string{
		"NOTES_HOST": &c.Host, "NOTES_REDIS": &c.Redis,
		"NOTES_CERT_FILE": &c.CertFile, "NOTES_KEY_FILE": &c.KeyFile,
	} {
		if *to = os.Getenv(name); *to == "" {
			named(name, errors.New("not set"))
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return c, nil
}
