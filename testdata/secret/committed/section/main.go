// Command section reads its key from a section of its settings.
package main

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func main() {
	v := viper.New()
	v.SetConfigFile("settings.yml")
	v.ReadInConfig()
	section := v.Sub("settings.jwt")
	key := section.GetString("secret")
	if key == "" {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
}
