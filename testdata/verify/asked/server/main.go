// Command server verifies tokens in one package, and asks for their audience in another.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/verify/asked/auth"
	"example.com/testdata/verify/asked/guard"
)

func main() {
	s := auth.New()
	http.Handle("/", guard.Require(s, "api", http.NotFoundHandler()))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
