// Command choice encrypts where its settings say so.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	h := auth.Require(http.NotFoundHandler())
	if cert := os.Getenv("TLS_CERT"); cert != "" {
		log.Fatal(http.ListenAndServeTLS(":8443", cert, os.Getenv("TLS_KEY"), h))
	}
	log.Fatal(http.ListenAndServe(":8080", h))
}
