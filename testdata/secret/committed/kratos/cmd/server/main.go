// Command server reads all settings files of a folder.
package main

import (
	"flag"

	"example.com/testdata/secret/committed/kratos/conf"
	"github.com/go-kratos/kratos/v2/config"
	"github.com/go-kratos/kratos/v2/config/file"
	"github.com/golang-jwt/jwt/v5"
)

var folder string

func init() { flag.StringVar(&folder, "conf", "../../configs", "config path, eg: -conf config.yaml") }

func main() {
	flag.Parse()
	c := config.New(config.WithSource(file.NewSource(folder)))
	defer c.Close()
	if err := c.Load(); err != nil {
		panic(err)
	}
	var bc conf.Bootstrap
	if err := c.Scan(&bc); err != nil {
		panic(err)
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(bc.Auth.JwtKey))
}
