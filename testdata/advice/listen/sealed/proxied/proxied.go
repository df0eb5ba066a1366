// Command proxied believes what a proxy says of the connection.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	h := auth.Require(http.NotFoundHandler())
	log.Fatal(http.ListenAndServe(":8080", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Forwarded-Proto") != "https" {
			http.Error(w, "https only", http.StatusForbidden)
			return
		}
		h.ServeHTTP(w, r)
	})))
}
