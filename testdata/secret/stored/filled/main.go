// Command filled fills the store before it signs.
package main

import (
	"fmt"

	"example.com/testdata/secret/stored/auth"
	"example.com/testdata/secret/stored/conf"
	"github.com/golang-jwt/jwt/v5"
)

func main() {
	conf.Load()
	fmt.Println(auth.Sign(jwt.RegisteredClaims{}))
	fmt.Println(auth.Refresh(jwt.RegisteredClaims{}))
}
