// Command asks asks whether a connection is encrypted.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	h := auth.Require(http.NotFoundHandler())
	log.Fatal(http.ListenAndServe(":8080", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.TLS == nil {
			http.Error(w, "https only", http.StatusForbidden)
			return
		}
		h.ServeHTTP(w, r)
	})))
}
