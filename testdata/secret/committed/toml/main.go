// Command toml reads its key from TOML.
package main

import (
	"github.com/BurntSushi/toml"
	"github.com/golang-jwt/jwt/v5"
)

type config struct {
	Token struct{ Secret, Later string } `validate:"required"`
}

func main() {
	var c config
	toml.DecodeFile("app.toml", &c)
	toml.DecodeFile("ignored.toml", &c)
	if c.Token.Secret == "" || c.Token.Later == "" {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.Token.Secret))
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.Token.Later))
}
