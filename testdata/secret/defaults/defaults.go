// Package defaults fills what is not set from tags.
package defaults

import (
	"os"

	"github.com/creasty/defaults"
	"github.com/golang-jwt/jwt/v5"
	"gopkg.in/yaml.v3"
)

type config struct {
	Secret string `yaml:"secret" default:"built-in-secret"` // want default-secret
	Other  string `yaml:"other"`
	Name   string `yaml:"name" default:"app"`
}

func load(path string) (*config, error) {
	c := &config{}
	if err := defaults.Set(c); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return c, yaml.Unmarshal(data, c)
}

func sign(path string) (string, error) {
	c, err := load(path)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1, "iss": c.Name}).SignedString([]byte(c.Secret))
}

func signOther(path string) (string, error) {
	c, err := load(path)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(c.Other))
}
