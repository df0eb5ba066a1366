// Package routes is all that main imports.
package routes

import (
	"io"
	"net/http"

	"example.com/testdata/expiry/distant/guard"
	"example.com/testdata/expiry/distant/issue"
)

// Handler answers all requests.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		session, _ := issue.Session("me")
		ticket, _ := issue.Ticket("me")
		io.WriteString(w, session+" "+ticket)
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if !guard.Allowed(r) {
			http.Error(w, "denied", http.StatusUnauthorized)
		}
	})
	return mux
}
