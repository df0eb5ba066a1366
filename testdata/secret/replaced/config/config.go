// Package config reads keys under names that say what they are, with a constant in their place
// where none is set.
package config

import (
	"log"
	"os"
)

// ConditionSecret sets the constant in a condition.
func ConditionSecret() string {
	s := os.Getenv("JWT_SECRET")
	if s == "" {
		s = "set in a condition"
	}
	return s
}

// LastSecret returns the constant in the end.
func LastSecret() string {
	if s := os.Getenv("JWT_SECRET"); s != "" {
		return s
	}
	return "returned in the end"
}

// Secret is replaced where another is set.
var Secret = "replaced by Load"

// Load replaces Secret.
func Load() {
	if s := os.Getenv("JWT_SECRET"); s != "" {
		Secret = s
	}
}

// Config holds what may be replaced.
type Config struct {
	Secret string
	Named  string
	Strict string
}

// New fills a Config with defaults, and replaces them.
func New() *Config {
	c := defaults()
	if s := os.Getenv("JWT_SECRET"); s != "" {
		c.Secret = s
	}
	c.Named = getenv("JWT_SECRET", "reported here") // want default-secret
	c.Strict = os.Getenv("JWT_SIGNING_KEY")
	if c.Strict == "" {
		log.Fatal("JWT_SIGNING_KEY is not set")
	}
	return c
}

func defaults() *Config { return &Config{Secret: "of a literal"} }

func getenv(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}
