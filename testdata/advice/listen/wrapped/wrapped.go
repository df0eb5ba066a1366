// Command wrapped listens through a package that knows nothing of tokens.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/advice/listen/auth"
	"example.com/testdata/advice/listen/httpx"
)

func main() {
	h := auth.Require(http.NotFoundHandler())
	go httpx.Listen("localhost:6060", h)
	go httpx.NewMetrics(":9090").Start()
	go httpx.Listen(":6060", h)     // want plaintext-listener
	log.Fatal(httpx.Run("8080", h)) // want plaintext-listener
}
