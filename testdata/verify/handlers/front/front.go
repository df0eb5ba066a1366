// Package front has a middleware that verifies and handlers that decode again.
package front

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type api struct{ key []byte }

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

func (a *api) verify(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return a.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

func (a *api) require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := a.verify(bearer(r)); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (a *api) me(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(bearer(r), c); err != nil {
		return
	}
	w.Write([]byte(c["sub"].(string)))
}

func (a *api) routes(mux *http.ServeMux) { mux.Handle("/me", a.require(http.HandlerFunc(a.me))) }
