// Command main loads the settings after the package that it imports has read its key.
package main

import (
	"example.com/testdata/secret/early"

	"github.com/joho/godotenv"
)

func main() {
	godotenv.Load() // want unloaded-secret "package early"
	early.Start()
}
