// Package store makes a store that others set up. A near miss.
package store

import (
	"net/http"
	"os"

	"github.com/gorilla/sessions"
)

// Store is set up by main.
var Store = sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))

// Logout closes a session.
func Logout(w http.ResponseWriter, r *http.Request) {
	s, _ := Store.Get(r, "session")
	s.Values["user_id"] = 0
	s.Save(r, w)
}
