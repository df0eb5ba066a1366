// Command configured has its server encrypt by a configuration.
package main

import (
	"crypto/tls"
	"log"
	"net/http"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	srv := &http.Server{Addr: ":8443", Handler: auth.Require(http.NotFoundHandler())}
	srv.TLSConfig = &tls.Config{MinVersion: tls.VersionTLS12}
	log.Fatal(srv.ListenAndServe())
}
