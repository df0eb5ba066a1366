// Package env loads a file and reads what it sets, whatever the name.
package env

import (
	"log"
	"os"

	"github.com/joho/godotenv"
)

// Get returns a setting.
func Get(name string) string {
	if err := godotenv.Load(); err != nil {
		log.Panic(err)
	}
	return os.Getenv(name)
}
