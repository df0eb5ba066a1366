// Command app has its settings where a flag says.
package main

import (
	"log"

	"example.com/testdata/secret/committed/options/auth"
	"example.com/testdata/secret/committed/options/core"
	"example.com/testdata/secret/committed/options/options"
)

func main() {
	options.Parse()
	cfg, err := core.Load()
	if err != nil {
		log.Fatal(err)
	}
	auth.Token(cfg)
}
