// Package config reads the settings of the service from its environment. Keys come from there alone:
// no file of the repository has one, each environment has its own, and there is no default.
package config

import (
	"errors"
	"fmt"
	"os"

	"example.com/testdata/guide/service/internal/keys"
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
	c := &Config{Addr: ":8443", PlainAddr: ":8080"}
	var errs []error
	for name, to := range map[string]*string{
		"NOTES_HOST":      &c.Host,
		"NOTES_CERT_FILE": &c.CertFile,
		"NOTES_KEY_FILE":  &c.KeyFile,
		"NOTES_REDIS":     &c.Redis,
	} {
		if *to = os.Getenv(name); *to == "" {
			errs = append(errs, fmt.Errorf("%s is not set", name))
		}
	}
	for name, to := range map[string]**keys.Ring{
		"NOTES_ACCESS_KEY":       &c.Rings.Access,
		"NOTES_REFRESH_KEY":      &c.Rings.Refresh,
		"NOTES_CONFIRMATION_KEY": &c.Rings.Confirmation,
	} {
		ring, err := ring(name)
		if err != nil {
			errs = append(errs, err)
		}
		*to = ring
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return c, nil
}

// ring reads the key that signs tokens of one kind and, while keys are changed, the one before it.
func ring(name string) (*keys.Ring, error) {
	current, err := keys.Parse(os.Getenv(name))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	text, ok := os.LookupEnv(name + "_PREVIOUS")
	if !ok {
		return keys.NewRing(current), nil
	}
	previous, err := keys.Parse(text)
	if err != nil {
		return nil, fmt.Errorf("%s_PREVIOUS: %w", name, err)
	}
	return keys.NewRing(current, previous), nil
}
