// Command app is where both meet.
package main

import (
	"log"

	"example.com/testdata/secret/committed/across/auth"
	"example.com/testdata/secret/committed/across/config"
)

func main() {
	if err := config.Init(); err != nil {
		log.Fatal(err)
	}
	auth.Sign()
}
