// Package records takes a key from a table of settings, in which one field holds them all.
package records

import (
	"log"

	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"

	"example.com/testdata/secret/records/store"
)

type pair struct{ name, value string }

// One row is the key: that says nothing of the others.
func stored(db *gorm.DB, t *jwt.Token) (string, error) {
	row, err := store.Get(db, "jwt_key")
	if err != nil {
		return "", err
	}
	return t.SignedString([]byte(row.Value))
}

func others(db *gorm.DB) {
	db.Create(&store.Setting{Key: "language", Value: "en"})
	listen, _ := store.Get(db, "address")
	log.Println("listening on", listen.Value)
}

func paired(rows []pair, t *jwt.Token) (string, error) {
	rows = append(rows, pair{"mode", "fast"})
	for _, r := range rows {
		if r.name == "jwt_key" {
			return t.SignedString([]byte(r.value))
		}
	}
	return "", nil
}

// This row is known.
func literal(t *jwt.Token) (string, error) {
	row := store.Setting{Key: "jwt_key", Value: "letters"} // want hardcoded-secret "constant of 7 bytes"
	return t.SignedString([]byte(row.Value))
}
