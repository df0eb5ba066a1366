// Command viper reads its key with viper, from files of one name in two folders.
package main

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func main() {
	viper.SetConfigName("config")
	viper.AddConfigPath(".")
	viper.AddConfigPath("./conf")
	viper.ReadInConfig()
	viper.SetConfigFile("conf/ignored.yaml")
	viper.MergeInConfig()
	viper.SetConfigFile("conf/local.example.yaml")
	viper.MergeInConfig()
	sign(viper.GetString("jwt.secret"))
	sign(viper.GetString("JWT.Refresh-Secret"))
	sign(viper.GetString("jwt.later"))
	sign(viper.GetString("jwt.empty"))
	verify(viper.GetString("jwt.public_key"))
	sign(viper.GetString("jwt.keyfile"))
	sign(viper.GetString("jwt.refused"))
}

func sign(key string) {
	if key == "" || key == "refuse-me" {
		panic("no key")
	}
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString([]byte(key))
}

func verify(key string) {
	if key != "" {
		jwt.Parse("", func(*jwt.Token) (any, error) { return []byte(key), nil })
	}
}
