// Command app signs with one of them.
package main

import (
	"log"

	"example.com/testdata/secret/committed/nested/conf"
	"github.com/golang-jwt/jwt/v5"
)

func main() {
	cfg, err := conf.New()
	if err != nil || cfg.JWT.Secret == "" {
		log.Fatal(err)
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(cfg.JWT.Secret))
}
