// Command koanf reads its key with koanf.
package main

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/knadh/koanf"
	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/file"
)

type config struct {
	Auth struct {
		Key   string `koanf:"key"`
		Later string `koanf:"later"`
	} `koanf:"auth"`
}

func main() {
	k := koanf.New(".")
	k.Load(file.Provider("settings.yaml"), yaml.Parser())
	k.Load(file.Provider("ignored.yaml"), yaml.Parser())
	var c config
	k.Unmarshal("", &c)
	for _, key := range []string{c.Auth.Key, c.Auth.Later} {
		if key != "" {
			jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
		}
	}
}
