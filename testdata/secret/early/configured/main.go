// Command configured reads its own settings from a file, which sets nothing in the environment that the
// package tokens has read its key from.
package main

import (
	"log"

	"github.com/spf13/viper"

	"example.com/testdata/secret/early/connected/tokens"
)

func main() {
	if err := viper.ReadInConfig(); err != nil {
		log.Fatal(err)
	}
	log.Print(tokens.Sign())
}
