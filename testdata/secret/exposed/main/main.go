// Command main puts the packages together.
package main

import (
	"flag"
	"log"
	"os"

	"example.com/testdata/secret/exposed/auth"
	"example.com/testdata/secret/exposed/boot"
	"example.com/testdata/secret/exposed/config"
)

func main() {
	config.Load()
	boot.Check()
	flag.StringVar(&config.FlagSecret, "secret", config.FlagSecret, "key of tokens")
	flag.Parse()
	if len(config.MainSecret) < 32 {
		log.Fatal("EXPOSED_D is too short")
	}
	for _, name := range []string{"EXPOSED_F"} {
		if os.Getenv(name) == "" {
			log.Fatal(name, " is not set")
		}
	}
	auth.Tokens()
}
