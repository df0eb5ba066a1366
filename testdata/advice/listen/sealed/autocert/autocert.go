// Command autocert has its certificates made.
package main

import (
	"log"
	"net/http"

	"golang.org/x/crypto/acme/autocert"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	m := &autocert.Manager{Prompt: autocert.AcceptTOS}
	go http.ListenAndServe(":80", m.HTTPHandler(nil))
	log.Fatal(http.Serve(m.Listener(), auth.Require(http.NotFoundHandler())))
}
