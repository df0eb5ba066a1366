package web

import (
	"errors"
	"net"
	"net/http"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/guide/service/internal/revocation"
	"example.com/testdata/guide/service/internal/tokens"
)

// Redirect answers requests without TLS: with where the same is to be had with it. The host is that
// of the settings, never the one that a request names.
func Redirect(host string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://"+host+r.URL.RequestURI(), http.StatusPermanentRedirect)
	})
}

// headers tells browsers to come by TLS only, to guess no types, and to show the API in no frame.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// authenticated lets requests pass whose cookie has a token that is verified and not taken back, in
// this order.
func (s *Server) authenticated(
	next func(http.ResponseWriter, *http.Request, *tokens.Claims),
) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		cookie, err := r.Cookie(accessCookie)
		if err != nil {
			http.Error(w, "log in first", http.StatusUnauthorized)
			return
		}
		claims, err := s.Tokens.VerifyAccess(cookie.Value)
		if err == nil {
			err = s.Revoked.Check(r.Context(), claims)
		}
		if err != nil {
			s.refuse(w, r, err)
			return
		}
		next(w, r, claims)
	}
}

// refuse answers a request whose token is not accepted. An expired one is an everyday thing, which
// the answer tells the client so that it refreshes the token; all others are written down.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case errors.Is(err, revocation.ErrUnavailable):
		s.unavailable(w, r, err)
	case errors.Is(err, jwt.ErrTokenExpired):
		http.Error(w, "the token is expired", http.StatusUnauthorized)
	default:
		s.Log.TokenRefused(r.Context(), clientOf(r), err)
		http.Error(w, "the token is not accepted", http.StatusUnauthorized)
	}
}

// clientOf returns the address that a request comes from.
func clientOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
