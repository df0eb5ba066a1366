// Package opaque keeps no token in its sessions.
package opaque

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"github.com/alexedwards/scs/v2"
)

func visit(r *http.Request) {
	m := scs.New()
	m.Put(r.Context(), "visits", 1)
}

var users = map[string]string{}

const sessionName = "psession"

// login sends the identifier of a session, which authenticates its bearer.
func login(c *gin.Context, user string) {
	id := uuid.New().String()
	c.SetCookie(sessionName, id, 0, "/", "", false, false) // want insecure-cookie "lacks Secure, HttpOnly"
	users[id] = user
}

func loginByHand(w http.ResponseWriter, user string) {
	b := make([]byte, 32)
	rand.Read(b)
	id := hex.EncodeToString(b)
	http.SetCookie(w, &http.Cookie{Name: "session_id", Value: id, HttpOnly: true, Secure: true}) // want insecure-cookie "lacks SameSite"
	users[id] = user
}

// Near misses: an identifier of something else, a session that is none of the program's making.

func visitor(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "visitor", Value: uuid.NewString()})
}

func language(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session_language", Value: uuid.NewString()})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: r.FormValue("session")})
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", MaxAge: -1})
}
