// Command helper reads its key by the helper of another package, which gets the name.
package main

import (
	"log"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/secret/committed/helper/env"
)

func main() {
	dsn := env.Get("HELPER_REDIS")
	if len(dsn) == 0 { // says nothing of what else the helper reads
		log.Panic("no redis")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(env.Get("HELPER_SECRET"))) // want unchecked-secret

	key := env.Get("HELPER_KEY")
	if key == "" {
		log.Panic("no key")
	}
	jwt.New(jwt.SigningMethodHS256).SignedString([]byte(env.Get("HELPER_KEY")))
}
