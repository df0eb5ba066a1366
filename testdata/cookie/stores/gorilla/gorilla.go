// Package main keeps who is logged in in the sessions of a store without options.
package main

import (
	"net/http"
	"os"

	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY"))) // want insecure-cookie "keeps who is logged in lacks HttpOnly: scripts"

func login(w http.ResponseWriter, r *http.Request) {
	s, _ := store.Get(r, "session")
	s.Values["user_id"] = 7
	s.Save(r, w)
}

func main() { http.HandleFunc("/login", login) }
