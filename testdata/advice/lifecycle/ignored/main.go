// Command ignored has a gateway in front of it, and says so where it is advised.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/advice/lifecycle/ignored/auth"
)

func main() {
	http.HandleFunc("POST /login", auth.Login)
	http.HandleFunc("POST /again", auth.Again)
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
