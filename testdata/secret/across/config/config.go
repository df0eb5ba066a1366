// Package config holds the settings of another package.
package config

import "os"

// AuthSecret may be empty.
var AuthSecret = os.Getenv("AUTH_SECRET")

// Get reads a setting.
func Get(name string) string { return os.Getenv(name) }

// Settings are filled from the environment.
type Settings struct {
	Secret string `env:"FIELD_SECRET"`
}

var current Settings

// Current returns the settings.
func Current() *Settings { return &current }
