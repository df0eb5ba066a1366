// Command server verifies tokens in one package whose audience nobody asks for.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/verify/unasked/auth"
	"example.com/testdata/verify/unasked/guard"
)

func main() {
	s := auth.New()
	http.Handle("/", guard.Require(s, http.NotFoundHandler()))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
