// Package conf has defaults for lifetimes that a file may replace.
package conf

import (
	"encoding/json"
	"os"
)

const defaultHours = 72

// Config is what the file can set.
type Config struct {
	TokenHours   int
	ShortMinutes int
}

// Load reads a file over the defaults.
func Load(name string) (*Config, error) {
	c := Config{TokenHours: defaultHours, ShortMinutes: 15}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &c, json.Unmarshal(data, &c)
}
