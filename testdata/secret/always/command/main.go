// Command command has fields that another package fills by reflection.
package main

import (
	"example.com/testdata/secret/always/fill"
	"github.com/golang-jwt/jwt/v5"
)

type Config struct{ Secret string }

func main() {
	cfg := fill.Load[Config]()
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(cfg.Secret))
	var unset []byte
	jwt.New(jwt.SigningMethodHS256).SignedString(unset) // want empty-secret
}
