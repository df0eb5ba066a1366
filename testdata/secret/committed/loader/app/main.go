// Command app reads its settings with the loader of another package.
package main

import (
	"flag"
	"log"
	"net/http"

	"example.com/testdata/secret/committed/loader/auth"
	"example.com/testdata/secret/committed/loader/file"
)

func main() {
	path := flag.String("config", "configs/app.yaml", "settings")
	flag.Parse()
	var cfg auth.Config
	if err := file.Load(*path, &cfg); err != nil {
		log.Fatal(err)
	}
	auth.Token(cfg)
	http.HandleFunc("POST /order", order)
}

func order(w http.ResponseWriter, r *http.Request) {
	var o auth.Order
	if err := file.Decode(r.Body, &o); err != nil {
		http.Error(w, "bad order", http.StatusBadRequest)
		return
	}
	if err := o.Check(r.Header.Get("Authorization")); err != nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
	}
}
