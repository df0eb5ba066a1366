// Package options sets the flags of cookies by functions that others choose.
package options

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type option func(*http.Cookie)

func secure(c *http.Cookie)   { c.Secure = true }
func httpOnly(c *http.Cookie) { c.HttpOnly = true }

func sameSite(s http.SameSite) option {
	return func(c *http.Cookie) { c.SameSite = s }
}

func token(key []byte) string {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	text, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	if err != nil {
		return ""
	}
	return text
}

func write(w http.ResponseWriter, name, value string, options ...option) {
	c := &http.Cookie{Name: name, Value: value}
	for _, o := range append([]option{secure, httpOnly}, options...) {
		o(c)
	}
	http.SetCookie(w, c)
}

func login(w http.ResponseWriter, key []byte) {
	write(w, "access_token", token(key), sameSite(http.SameSiteStrictMode))
}

var defaults = []option{secure, httpOnly, sameSite(http.SameSiteLaxMode)}

func hardened(w http.ResponseWriter, key []byte) {
	c := http.Cookie{Name: "access_token", Value: token(key)}
	for i := range defaults {
		defaults[i](&c)
	}
	http.SetCookie(w, &c)
}

type writer struct{ harden func(*http.Cookie) }

func (h writer) write(w http.ResponseWriter, key []byte) {
	c := &http.Cookie{Name: "access_token", Value: token(key)}
	h.harden(c)
	http.SetCookie(w, c)
}

// send is a function that is known: it sets no flag.
func sends(w http.ResponseWriter, key []byte) {
	send := func(c *http.Cookie) { http.SetCookie(w, c) }
	send(&http.Cookie{Name: "access_token", Value: token(key)}) // want insecure-cookie
}

// named sets what is no flag.
func named(w http.ResponseWriter, key []byte) {
	path := func(c *http.Cookie) { c.Path = "/" }
	c := &http.Cookie{Name: "access_token", Value: token(key)} // want insecure-cookie
	path(c)
	http.SetCookie(w, c)
}
