// Command server issues tokens in one package and verifies them in another.
package main

import (
	"io"
	"log"
	"net/http"

	"example.com/testdata/expiry/ownname/guard"
	"example.com/testdata/expiry/ownname/issue"
)

func main() {
	http.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		raw, err := issue.Session("me")
		if err != nil {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		io.WriteString(w, raw)
	})
	http.Handle("/", guard.Require(http.NotFoundHandler()))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
