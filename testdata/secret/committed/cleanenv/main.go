// Command cleanenv reads its key with cleanenv, from the file that a flag names.
package main

import (
	"flag"

	"github.com/golang-jwt/jwt/v5"
	"github.com/ilyakaznacheev/cleanenv"
)

type config struct {
	Signing struct {
		Secret string `yaml:"secret" env:"SIGNING_SECRET" env-required:"true"`
		Later  string `yaml:"later" env-required:"true"`
	} `yaml:"signing"`
}

func main() {
	path := flag.String("config", "config.yml", "settings")
	flag.Parse()
	var c config
	cleanenv.ReadConfig(*path, &c)
	cleanenv.ReadConfig("ignored.yml", &c)
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.Signing.Secret))
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.Signing.Later))
}
