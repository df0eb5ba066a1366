// Package core reads the file of a flag of another package.
package core

import (
	"os"

	"example.com/testdata/secret/committed/options/options"
	"gopkg.in/yaml.v3"
)

type Config struct {
	JWT struct {
		SecretKey string `yaml:"secret_key"`
	} `yaml:"jwt"`
}

func Load() (*Config, error) {
	file, err := os.Open(options.All.File)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	cfg := new(Config)
	return cfg, yaml.NewDecoder(file).Decode(&cfg)
}
