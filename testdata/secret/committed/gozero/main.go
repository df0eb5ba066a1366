// Command gozero reads its settings as go-zero does, by the names of fields.
package main

import (
	"flag"

	"github.com/golang-jwt/jwt/v5"
	"github.com/zeromicro/go-zero/core/conf"
)

type Config struct {
	Name string
	Auth struct {
		AccessSecret string
		LaterSecret  string
	}
}

var configFile = flag.String("f", "etc/shop-api.yaml", "the config file")

func main() {
	flag.Parse()
	var c Config
	conf.MustLoad(*configFile, &c)
	conf.MustLoad("etc/ignored.yaml", &c)
	if c.Auth.AccessSecret == "" || c.Auth.LaterSecret == "" {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.Auth.AccessSecret))
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(c.Auth.LaterSecret))
}
