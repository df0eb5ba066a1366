// Command server loads the settings after a package that it does not import itself has read its key.
package main

import (
	"log"

	"example.com/testdata/secret/early/routes"

	"github.com/joho/godotenv"
)

func main() {
	if err := godotenv.Load(); err != nil { // want unloaded-secret "package keeper"
		log.Fatal(err)
	}
	routes.Routes()
}
