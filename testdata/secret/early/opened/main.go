// Command opened loads the settings once more, after all packages have read theirs.
package main

import (
	"log"

	"github.com/joho/godotenv"

	"example.com/testdata/secret/early/opened/keys"
)

func main() {
	if err := godotenv.Load(".env"); err != nil {
		log.Fatal(err)
	}
	keys.Sign()
}
