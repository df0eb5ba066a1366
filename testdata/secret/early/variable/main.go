// Command variable loads the settings after a package that it does not import itself has read them.
package main

import (
	"example.com/testdata/secret/early/variable/auth"

	"github.com/joho/godotenv"
)

func main() {
	godotenv.Load() // want unloaded-secret "package config"
	auth.Sign()
}
