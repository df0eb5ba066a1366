package web

import (
	"net/http"
	"time"

	"example.com/testdata/guide/service/internal/tokens"
)

// The cookies. With the prefix a browser takes them from this host alone, by TLS alone.
const (
	accessCookie  = "__Host-access"
	refreshCookie = "__Host-refresh"
)

// setCookie gives a token to the browser, for as long as it lives. No script can read it, and no
// other site can have it sent.
func setCookie(w http.ResponseWriter, name, token string, life time.Duration) {
	http.SetCookie(w, &http.Cookie{
		Name:     name,
		Value:    token,
		Path:     "/",
		MaxAge:   int(life.Seconds()),
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteStrictMode,
	})
}

// clearCookies makes the browser forget both.
func clearCookies(w http.ResponseWriter) {
	for _, name := range []string{accessCookie, refreshCookie} {
		http.SetCookie(w, &http.Cookie{
			Name: name, Path: "/", MaxAge: -1,
			Secure: true, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		})
	}
}

// logIn answers with an access token and a refresh token for a user.
func (s *Server) logIn(w http.ResponseWriter, r *http.Request, user string) {
	access, err := s.Tokens.Access(user)
	if err != nil {
		s.unavailable(w, r, err)
		return
	}
	refresh, err := s.Tokens.Refresh(user)
	if err != nil {
		s.unavailable(w, r, err)
		return
	}
	setCookie(w, accessCookie, access, tokens.AccessLife)
	setCookie(w, refreshCookie, refresh, tokens.RefreshLife)
	w.WriteHeader(http.StatusNoContent)
}
