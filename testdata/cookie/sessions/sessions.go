// Package sessions keeps tokens in sessions of scs and gin-contrib.
package sessions

import (
	"net/http"
	"os"

	"github.com/alexedwards/scs/v2"
	"github.com/gin-contrib/sessions"
	"github.com/golang-jwt/jwt/v5"
)

func sign() string {
	token, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{}).SignedString([]byte(os.Getenv("K")))
	return token
}

func ofSCS(r *http.Request) {
	bare := scs.New() // want insecure-cookie "session that keeps a token lacks Secure: it is sent"
	bare.Put(r.Context(), "token", sign())

	open := scs.New() // want insecure-cookie "lacks Secure and HttpOnly"
	open.Cookie.Secure = false
	open.Cookie.HttpOnly = false
	open.Put(r.Context(), "token", sign())

	whole := scs.New()
	whole.Cookie = scs.SessionCookie{Name: "id", Secure: true, HttpOnly: true} // want insecure-cookie "lacks SameSite"
	whole.Put(r.Context(), "token", sign())
}

func ofGin(s sessions.Session) {
	s.Options(sessions.Options{Path: "/", MaxAge: 3600}) // want insecure-cookie "Secure, HttpOnly and SameSite"
	s.Set("token", sign())
	s.Save()
}

// Near misses.

func fine(r *http.Request, secure bool) {
	m := scs.New()
	m.Cookie.Secure = secure
	m.Put(r.Context(), "token", sign())

	n := scs.New()
	n.Cookie.Secure = true
	n.Cookie.SameSite = http.SameSiteStrictMode
	n.Put(r.Context(), "token", sign())
}
