// Package main keeps what is shown once in a session, and nobody. A near miss.
package main

import (
	"net/http"
	"os"

	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))

func visit(w http.ResponseWriter, r *http.Request) {
	s, _ := store.Get(r, "visits")
	s.Values["count"] = 1
	s.Values["user_agent"] = r.UserAgent()
	s.Values["state"] = r.URL.Query().Get("state")
	s.Save(r, w)
}

func main() { http.HandleFunc("/", visit) }
