// Command program is made of packages whose tokens end by claims of their own name: only a program
// knows that none of its packages compares them with the time.
package main

import (
	"log"
	"net/http"

	_ "example.com/testdata/expiry/byhand"
	_ "example.com/testdata/expiry/gojose"
	_ "example.com/testdata/expiry/jwx"
	_ "example.com/testdata/expiry/missing"
)

func main() { log.Fatal(http.ListenAndServe(":8080", nil)) }
