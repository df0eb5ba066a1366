// Package conf reads files whose paths stand in environment variables.
package conf

import (
	"log"
	"os"

	"github.com/ilyakaznacheev/cleanenv"
)

type Config struct {
	JWT struct {
		Secret string `yaml:"secret"`
	} `yaml:"jwt"`
}

func MustLoad() *Config {
	path := os.Getenv("VARIABLE_CONFIG_PATH")
	if path == "" {
		path = os.Getenv("VARIABLE_CONFIG_MOUNTED")
	}
	if path == "" {
		path = os.Getenv("VARIABLE_CONFIG_ANY")
	}
	if path == "" {
		path = os.Getenv("VARIABLE_CONFIG_FILE")
	}
	if path == "" {
		log.Fatal("no settings")
	}
	var cfg Config
	if err := cleanenv.ReadConfig(path, &cfg); err != nil {
		log.Fatal(err)
	}
	return &cfg
}
