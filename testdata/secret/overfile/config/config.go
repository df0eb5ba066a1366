// Package config reads a file that must be there, and lets the environment replace what it says.
package config

import (
	"os"

	"github.com/ilyakaznacheev/cleanenv"
	"github.com/kelseyhightower/envconfig"
	"gopkg.in/yaml.v3"
)

// Config has the settings of the program.
type Config struct {
	Auth struct {
		JWTSecret string `yaml:"jwt_secret"`
	} `yaml:"auth"`
}

// Load reads the settings.
func Load(path string) (*Config, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	cfg := &Config{}
	if err := yaml.NewDecoder(f).Decode(cfg); err != nil {
		return nil, err
	}
	return cfg, envconfig.Process("", cfg)
}

// Both has its settings in a file, and variables that replace them.
type Both struct {
	SigningKey string `yaml:"signing_key" env:"BOTH_SIGNING_KEY"`
}

// LoadBoth reads the settings.
func LoadBoth(path string) (*Both, error) {
	cfg := &Both{}
	return cfg, cleanenv.ReadConfig(path, cfg)
}

// Bare has its settings in the environment alone.
type Bare struct {
	BareSecret string `env:"BARE_SECRET"`
}

// LoadBare reads the settings.
func LoadBare() (*Bare, error) {
	cfg := &Bare{}
	return cfg, cleanenv.ReadEnv(cfg)
}
