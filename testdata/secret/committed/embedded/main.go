// Command embedded has its settings in the binary.
package main

import (
	_ "embed"

	"github.com/goccy/go-yaml"
	"github.com/golang-jwt/jwt/v5"
)

//go:embed defaults.yaml
var defaults []byte

type config struct {
	JWT struct {
		Secret string `yaml:"secret"`
		Later  string `yaml:"later"`
	} `yaml:"jwt"`
}

func main() {
	var c config
	yaml.Unmarshal(defaults, &c)
	if c.JWT.Secret != "" && c.JWT.Later != "" {
		jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.JWT.Secret))
		jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.JWT.Later))
	}
}
