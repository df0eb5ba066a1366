// Package store connects when it is initialised.
package store

import "example.com/testdata/secret/early/connected/database"

var db = database.Connect()

// Count is how often somebody asked.
var Count int

// Close closes the database.
func Close() error { return db.Close() }
