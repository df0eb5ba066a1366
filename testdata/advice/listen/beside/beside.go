// Command beside has listeners for operators beside the one that tokens are sent to.
package main

import (
	"expvar"
	"log"
	"net/http"
	_ "net/http/pprof"

	"example.com/testdata/advice/listen/auth"
)

func main() {
	go http.ListenAndServe(":6060", nil)
	go http.ListenAndServe(":9090", expvar.Handler())
	metrics := http.Server{Addr: ":9091", Handler: expvar.Handler()}
	go metrics.ListenAndServe()
	log.Fatal(http.ListenAndServe(":8080", auth.Require(http.NotFoundHandler()))) // want plaintext-listener
}
