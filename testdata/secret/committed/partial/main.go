// Command partial reads one of several files, and is given the folder of another.
package main

import (
	"fmt"
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func load(path string) {
	viper.AddConfigPath(path)
	viper.SetConfigName("app")
	viper.SetConfigType("env")
	viper.ReadInConfig()
}

func main() {
	env := os.Getenv("APP_ENV")
	viper.SetConfigFile(fmt.Sprintf("conf/%s.yaml", env))
	viper.ReadInConfig()
	viper.SetConfigFile("/etc/shop/" + env + ".yaml")
	viper.ReadInConfig()
	if env == "test" {
		viper.SetConfigFile("conf/app.test.yaml") // the key of tests
	}
	load(os.Args[1])
	viper.SetConfigFile(os.Args[2] + "keys.yaml")
	viper.MergeInConfig()
	key := viper.GetString("signing_key")
	if key == "" {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
}
