// Command server uses no type of the packages that issue and verify.
package main

import (
	"log"
	"net/http"

	"example.com/testdata/expiry/distant/routes"
)

func main() { log.Fatal(http.ListenAndServe("localhost:8080", routes.Handler())) }
