// Package leakedkeys hands its signing key to others: in a file of the repository, in a log, in a
// page, in a script.
package leakedkeys

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"gopkg.in/yaml.v3"
)

// Config is what config.yaml has, which is committed beside this file.
type Config struct {
	Listen string `yaml:"listen"`
	JWT    struct {
		Secret string `yaml:"secret"`
	} `yaml:"jwt"`
}

// Load reads the settings.
func Load() (*Config, error) {
	data, err := os.ReadFile("config.yaml")
	if err != nil {
		return nil, err
	}
	var c Config
	if err := yaml.Unmarshal(data, &c); err != nil {
		return nil, err
	}
	return &c, nil
}

// Sign issues a token with the key of the settings.
func (c *Config) Sign(user string) (string, error) { return sign(user, []byte(c.JWT.Secret)) }

func sign(user string, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Subject:   user,
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute)),
	}).SignedString(key)
}
