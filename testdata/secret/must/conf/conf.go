// Package conf reads settings for other packages.
package conf

import (
	"log"
	"os"
)

// Settings are read once.
type Settings struct{ JwtSecret, LooseSecret string }

// Envs has what the environment says.
var Envs = Settings{JwtSecret: getenv("SIXTH_KEY", ""), LooseSecret: loose("SEVENTH_KEY", "")}

func getenv(name, otherwise string) string {
	value, ok := os.LookupEnv(name)
	if !ok && otherwise == "" {
		log.Fatalf("%s is not set", name)
	}
	if !ok && otherwise != "" {
		return otherwise
	}
	return value
}

func loose(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
