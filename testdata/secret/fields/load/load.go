// Package load fills settings and does not know what they are for.
package load

import (
	"crypto/rand"
	"errors"
	"os"

	"example.com/testdata/secret/fields/conf"
	"github.com/caarlos0/env/v11"
	"github.com/kelseyhightower/envconfig"
)

// Config reads settings.
func Config() *conf.Config {
	cfg := &conf.Config{Name: "shop"}
	cfg.Auth.Key = os.Getenv("FIELDS_KEY")
	cfg.Auth.Spec.Secret = []byte("written in the loader")
	return cfg
}

// Checked refuses an empty secret.
func Checked() (*conf.Checked, error) {
	secret := os.Getenv("FIELDS_CHECKED")
	if secret == "" {
		return nil, errors.New("FIELDS_CHECKED is not set")
	}
	return &conf.Checked{Secret: secret}, nil
}

// Validated leaves the test to the settings.
func Validated() *conf.Validated { return &conf.Validated{Secret: os.Getenv("FIELDS_VALIDATED")} }

// Tested leaves the test to the program.
func Tested() *conf.Tested { return &conf.Tested{Secret: os.Getenv("FIELDS_TESTED")} }

// Random makes a key.
func Random() *conf.Random {
	key := make([]byte, 32)
	rand.Read(key)
	return &conf.Random{Secret: key}
}

// Tagged is filled by a library.
func Tagged() (t conf.Tagged, err error) { return t, env.Parse(&t) }

// Prefixed is filled by a library.
func Prefixed() (p conf.Prefixed, err error) { return p, env.Parse(&p) }

// Plain is filled by a library, without tags.
func Plain() (p conf.Plain, err error) { return p, envconfig.Process("fields", &p) }

// Deep is handed on.
func Deep() conf.Deep { return conf.Deep{Secret: os.Getenv("FIELDS_DEEP")} }

// Injected is called by a container.
func Injected() *conf.Injected { return &conf.Injected{Secret: os.Getenv("FIELDS_INJECTED")} }
