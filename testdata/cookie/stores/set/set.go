// Package main says what the cookies of its sessions are like, or keeps nobody in them. Near misses.
package main

import (
	"net/http"
	"os"

	"github.com/gorilla/sessions"
)

var store = sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))

func login(w http.ResponseWriter, r *http.Request) {
	s, _ := store.Get(r, "session")
	s.Values["user_id"] = 7
	s.Save(r, w)
}

func main() {
	store.Options.HttpOnly = true
	http.HandleFunc("/login", login)
}
