// Package session keeps what requests say of who sends them.
package session

import (
	"net/http"
	"strings"
)

// Session is who sends a request.
type Session struct {
	User     string
	Token    string
	TokenURL string
	Scheme   string
}

// Of reads a request.
func Of(r *http.Request) *Session {
	scheme, _, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return &Session{
		User:     r.Header.Get("X-User"),
		Token:    strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "),
		TokenURL: r.Header.Get("Referer"),
		Scheme:   scheme,
	}
}
