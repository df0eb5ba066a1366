// Package visitor counts visits, and logs in.
package visitor

import (
	"net/http"
	"os"
)

func count(w http.ResponseWriter, id string) {
	http.SetCookie(w, &http.Cookie{Name: "anon_token", Value: id})
	http.SetCookie(w, &http.Cookie{Name: "visitor_token", Value: id})
	http.SetCookie(w, &http.Cookie{Name: "canon_token", Value: id}) // want insecure-cookie
}

var secret = os.Getenv("JWT_SECRET")
