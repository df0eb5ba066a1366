// Package database loads the settings when somebody connects.
package database

import (
	"database/sql"
	"log"
	"os"

	"github.com/joho/godotenv"
)

// Connect opens the database that the settings name.
func Connect() *sql.DB {
	load()
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	return db
}

func load() {
	if err := godotenv.Load(); err != nil {
		log.Print(err)
	}
}
