// Command cli makes a token for its user.
package main

import (
	"flag"
	"fmt"
	"log"

	"github.com/golang-jwt/jwt/v5"
)

func main() {
	key := flag.String("key", "", "the key")
	flag.Parse()
	if *key == "" {
		log.Fatal("a key is needed")
	}
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{}).SignedString([]byte(*key))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(signed)
}
