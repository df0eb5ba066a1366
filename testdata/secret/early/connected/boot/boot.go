// Package boot stands between main and the package that loads the settings.
package boot

import "example.com/testdata/secret/early/connected/database"

// Run starts the program.
func Run() error { return database.Connect().Ping() }
