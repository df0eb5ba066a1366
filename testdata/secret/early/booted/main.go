// Command booted connects once more.
package main

import (
	"log"

	"example.com/testdata/secret/early/booted/tokens"
	"example.com/testdata/secret/early/connected/database"
)

func main() {
	database.Connect()
	log.Print(tokens.Sign())
}
