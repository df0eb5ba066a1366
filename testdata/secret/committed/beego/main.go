// Command beego reads what its framework has read.
package main

import (
	"github.com/beego/beego/v2/server/web"
	"github.com/golang-jwt/jwt/v5"
)

func main() {
	key, err := web.AppConfig.String("jwtsecret")
	later, _ := web.AppConfig.String("jwtlater")
	if err != nil || key == "" || later == "" {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(later))
}
