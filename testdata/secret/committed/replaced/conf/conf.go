// Package conf reads the settings, and does not accept the key that comes with the program.
package conf

import (
	"crypto/rand"
	"os"

	"gopkg.in/yaml.v3"
)

// Config has the settings of tokens.
type Config struct {
	Secret      string `yaml:"secret"`
	OtherSecret string `yaml:"other_secret"`
}

// Auth are those of this program.
var Auth Config

// Load reads the settings.
func Load() error {
	data, err := os.ReadFile("replaced.yaml")
	if err != nil {
		return err
	}
	if err := yaml.Unmarshal(data, &Auth); err != nil {
		return err
	}
	if Auth.Secret == "as it is shipped" {
		Auth.Secret = rand.Text() + rand.Text()
	}
	return nil
}
