// Package config reads the settings of a program.
package config

import "os"

// Config has them.
type Config struct {
	JWT struct{ Secret string }
}

// Load reads them.
func Load() *Config {
	c := &Config{}
	c.JWT.Secret = os.Getenv("FILLED_IN_SECRET")
	return c
}
