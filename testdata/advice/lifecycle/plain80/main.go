// Command plain80 answers two ports alike, and a third one with a redirect of its own.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/advice/lifecycle/plain80/shop"
)

func main() {
	go http.ListenAndServe(":8080", http.RedirectHandler(shop.Address, http.StatusFound))
	go http.ListenAndServe(":80", shop.Mux()) // its handler is made by a call, which may redirect
	go http.ListenAndServe(":http", nil)      // want missing-redirect "port 80 answers as the encrypted one does"
	log.Fatal(http.ListenAndServeTLS(":443", "crt.pem", "key.pem", nil))
}
