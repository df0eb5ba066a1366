// Command configor fills a struct with the first argument, from the files that follow.
package main

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/jinzhu/configor"
)

var config struct {
	JWT struct {
		Secret string `required:"true"`
	}
	Mail struct{ Secret string }
}

func main() {
	if err := configor.Load(&config, "config.yml", "ignored.yml"); err != nil {
		panic(err)
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(config.JWT.Secret))
}
