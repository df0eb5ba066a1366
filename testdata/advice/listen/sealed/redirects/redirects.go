// Command redirects sends who comes without encryption to where there is some.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	go http.ListenAndServe(":80", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://"+r.Host+r.URL.RequestURI(), http.StatusMovedPermanently)
	}))
	log.Fatal(http.ListenAndServe(":8080", auth.Require(http.NotFoundHandler())))
}
