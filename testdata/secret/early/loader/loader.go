// Package loader loads the settings when it is initialised.
package loader

import "github.com/joho/godotenv"

// Loaded says whether there were any.
var Loaded = godotenv.Load() == nil
