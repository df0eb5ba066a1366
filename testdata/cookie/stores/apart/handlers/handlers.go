// Package handlers keeps who is logged in and sets the options of each session.
package handlers

import (
	"net/http"

	"github.com/gorilla/sessions"
)

// Login opens a session.
func Login(store sessions.Store, w http.ResponseWriter, r *http.Request) {
	s, _ := store.Get(r, "session")
	s.Values["account_id"] = 7
	s.Options = &sessions.Options{Path: "/", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	s.Save(r, w)
}
