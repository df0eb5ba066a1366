// Command open signs with a key that may be empty.
package main

import (
	"fmt"
	"log"

	"example.com/testdata/secret/stored/lone"
	"github.com/golang-jwt/jwt/v5"
	"github.com/spf13/viper"
)

func main() {
	viper.AutomaticEnv()
	if viper.GetString("TESTED_JWT_SECRET") == "" {
		log.Fatal("TESTED_JWT_SECRET is not set")
	}
	fmt.Println(lone.Sign(jwt.RegisteredClaims{}))
	fmt.Println(lone.Tested(jwt.RegisteredClaims{}))
}
