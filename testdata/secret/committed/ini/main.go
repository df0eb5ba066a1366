// Command ini reads its key from a section of an INI file.
package main

import (
	"github.com/golang-jwt/jwt/v5"
	"gopkg.in/ini.v1"
)

func main() {
	cfg, _ := ini.Load("conf/app.ini", "conf/ignored.ini")
	section := cfg.Section("app")
	key := section.Key("JwtSecret").String()
	later := cfg.Section("app").Key("Later").MustString("")
	if key == "" || later == "" {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(later))
	fromSection(cfg)
}

// fromSection asks whether there is such a section.
func fromSection(cfg *ini.File) {
	sec, err := cfg.GetSection("checked")
	if err != nil {
		panic(err)
	}
	key := sec.Key("JWT_SECRET").MustString("")
	if key == "" {
		panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(key))
}
