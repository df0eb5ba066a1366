// Package routes stands between main and the package that reads its key.
package routes

import "example.com/testdata/secret/early/keeper"

// Routes answers with tokens.
func Routes() (string, error) { return keeper.Sign() }
