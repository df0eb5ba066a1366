// Package rotation has settings that say when signing keys are replaced, as dex has them.
package rotation

import (
	"encoding/json"
	"log/slog"
	"os"
	"time"
)

// Expiry says how long what the service makes is valid.
type Expiry struct {
	SigningKeys string `json:"signingKeys"`
}

// Config is the settings file.
type Config struct {
	Expiry Expiry `json:"expiry"`
	// RotateAfter has a name that says less.
	RotateAfter string `json:"signingKeys"`
	SigningKey  string `json:"signingKey"`
}

func load() (time.Duration, error) {
	data, err := os.ReadFile("/etc/service.json")
	if err != nil {
		return 0, err
	}
	var c Config
	if err := json.Unmarshal(data, &c); err != nil {
		return 0, err
	}
	if c.Expiry.SigningKeys == "" {
		c.Expiry.SigningKeys = "6h"
	}
	if c.RotateAfter == "" {
		c.RotateAfter = "90m"
	}
	if c.SigningKey == "" {
		c.SigningKey = "development" // want default-secret
	}
	slog.Info("rotation", "after", c.Expiry.SigningKeys)
	return time.ParseDuration(c.Expiry.SigningKeys)
}
