// Command server uses no type of the package that verifies.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/verify/distant/routes"
	"example.com/testdata/verify/distant/wallet"
)

func main() {
	http.HandleFunc("/wallet/again", wallet.Show)
	http.Handle("/", routes.Handler())
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
