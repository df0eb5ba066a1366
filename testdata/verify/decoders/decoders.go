// Package decoders has helpers that decode: a caller that verifies says nothing of one that does not.
package decoders

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type api struct {
	key []byte
	mux *http.ServeMux
}

func (a *api) pick(*jwt.Token) (any, error) { return a.key, nil }

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// claimsOf reads what is in a token.
func claimsOf(raw string) (jwt.MapClaims, error) {
	c := jwt.MapClaims{}
	_, _, err := jwt.NewParser().ParseUnverified(raw, c)
	return c, err
}

// profile verifies before it reads.
func (a *api) profile(w http.ResponseWriter, r *http.Request) {
	raw := bearer(r)
	if _, err := jwt.Parse(raw, a.pick, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	c, err := claimsOf(raw)
	if err != nil {
		return
	}
	w.Write([]byte(c["sub"].(string)))
}

// orders only reads.
func (a *api) orders(w http.ResponseWriter, r *http.Request) {
	c, err := claimsOf(bearer(r)) // want unverified-token "claim"
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	sub, _ := c["sub"].(string)
	w.Write([]byte("orders of " + sub))
}

// keyID only chooses by what it reads.
func (a *api) keyID(w http.ResponseWriter, r *http.Request) {
	c, err := claimsOf(r.FormValue("assertion"))
	if err != nil {
		return
	}
	if iss, _ := c["iss"].(string); iss == "me" {
		w.WriteHeader(http.StatusNoContent)
	}
}

// Near misses: a middleware in front of all handlers verifies.

func subjectOf(raw string) string {
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, c); err != nil {
		return ""
	}
	sub, _ := c["sub"].(string)
	return sub
}

func (a *api) require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := r.Header.Get("X-Token")
		if _, err := jwt.Parse(raw, a.pick, jwt.WithValidMethods([]string{"HS256"})); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		r.Header.Set("X-Subject", subjectOf(raw))
		next.ServeHTTP(w, r)
	})
}

func (a *api) carts(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(subjectOf(r.Header.Get("X-Token"))))
}

func (a *api) routes() http.Handler {
	a.mux.HandleFunc("/profile", a.profile)
	a.mux.HandleFunc("/orders", a.orders)
	a.mux.HandleFunc("/key", a.keyID)
	a.mux.Handle("/carts", a.require(http.HandlerFunc(a.carts)))
	return a.mux
}
