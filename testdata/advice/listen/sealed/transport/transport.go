// Command transport tells browsers to encrypt.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	h := auth.Require(http.NotFoundHandler())
	log.Fatal(http.ListenAndServe(":8080", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Strict-Transport-Security", "max-age=63072000")
		h.ServeHTTP(w, r)
	})))
}
