// Command selfset gives a flag the variable of another package, and the same one as its default.
package main

import (
	"flag"
	"log"
	"strconv"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/selfset/conf"
)

func init() {
	flag.StringVar(&conf.Key, "key", conf.Key, "signs tokens")
	flag.IntVar(&conf.Life, "life", conf.Life, "minutes of a token")
}

func main() {
	flag.Parse()
	if conf.Key == "" {
		log.Fatal("no key")
	}
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Duration(conf.Life) * time.Minute))}
	log.Println(jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(conf.Key)))
	log.Println(jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(conf.Key + strconv.Itoa(conf.Life))))
}
