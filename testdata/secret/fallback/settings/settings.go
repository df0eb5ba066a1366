// Package settings reads the configuration of a program. It never imports a library for tokens.
package settings

import "os"

// Config is what an operator sets.
type Config struct {
	Material  string
	JWTSecret string
}

// Load reads the environment.
func Load() *Config {
	return &Config{
		Material:  Get("MATERIAL", "default of another package"),
		JWTSecret: Get("JWT_SECRET", "named default of another package"), // want default-secret
	}
}

// Get returns the variable or what is given instead.
func Get(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}
