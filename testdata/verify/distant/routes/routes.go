// Package routes is all that main imports.
package routes

import (
	"net/http"

	"example.com/testdata/verify/distant/guard"
	"example.com/testdata/verify/distant/wallet"
)

// Handler answers all requests.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/wallet", wallet.Show)
	mux.HandleFunc("/wallet/close", wallet.Close)
	return guard.Require(mux)
}
