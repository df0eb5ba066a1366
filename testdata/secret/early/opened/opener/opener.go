// Package opener loads the settings by the function that gives its variable a value.
package opener

import (
	"log"
	"os"

	"github.com/joho/godotenv"
)

// Address is where the database is.
var Address = open()

func open() string {
	if err := godotenv.Load(".env"); err != nil {
		log.Fatal(err)
	}
	return os.Getenv("OPENED_DATABASE")
}
