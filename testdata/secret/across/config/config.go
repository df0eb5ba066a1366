// Package config holds the settings of another package.
package config

import "os"

// AuthSecret may be empty.
var AuthSecret = os.Getenv("AUTH_SECRET")

// Get reads a setting.
func Get(name string) string { return os.Getenv(name) }
