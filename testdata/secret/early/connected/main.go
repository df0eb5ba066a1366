// Command connected has the package that connects to its database load the settings: too late.
package main

import (
	"log"

	"example.com/testdata/secret/early/connected/boot"
	"example.com/testdata/secret/early/connected/tokens"
)

func main() {
	if err := boot.Run(); err != nil { // want unloaded-secret "boot.Run runs after package tokens"
		log.Fatal(err)
	}
	log.Print(tokens.Sign())
}
