// Package one gives options to one session at a time, as handlers of login do.
package one

import (
	"net/http"

	ginsessions "github.com/gin-contrib/sessions"
	"github.com/gorilla/sessions"
)

// the name is a variable that nothing changes
var userKey = "user-id"

func login(w http.ResponseWriter, r *http.Request, store sessions.Store, id int) error {
	session, _ := store.Get(r, "notes_session")
	session.Options = &sessions.Options{ // want insecure-cookie "session that keeps who is logged in lacks Secure and SameSite"
		Path:     "/",
		MaxAge:   3600 * 24 * 30,
		HttpOnly: true,
	}
	session.Values[userKey] = id
	return session.Save(r, w)
}

func loginGin(session ginsessions.Session, id int) {
	session.Options(ginsessions.Options{Path: "/", HttpOnly: true, Secure: true}) // want insecure-cookie "lacks SameSite"
	session.Set("user_id", id)
	session.Save()
}

// Near misses.

func logout(w http.ResponseWriter, r *http.Request, store sessions.Store) error {
	session, _ := store.Get(r, "notes_session")
	session.Options = &sessions.Options{Path: "/", MaxAge: 0, HttpOnly: true}
	session.Values[userKey] = nil
	return session.Save(r, w)
}

func theme(w http.ResponseWriter, r *http.Request, store sessions.Store) error {
	session, _ := store.Get(r, "look")
	session.Options = &sessions.Options{Path: "/"}
	session.Values["theme"] = "dark"
	return session.Save(r, w)
}

func secure(w http.ResponseWriter, r *http.Request, store sessions.Store, id int) error {
	session, _ := store.Get(r, "notes_session")
	session.Options = &sessions.Options{Secure: r.TLS != nil, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	session.Values[userKey] = id
	return session.Save(r, w)
}
