// Package main does the same with scs.
package main

import (
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
)

var manager *scs.SessionManager

func login(w http.ResponseWriter, r *http.Request) { manager.Put(r.Context(), "authenticated", true) }

func main() {
	manager = scs.New() // want insecure-cookie "lacks Secure"
	manager.Lifetime = 24 * time.Hour
	http.HandleFunc("/login", login)
}
