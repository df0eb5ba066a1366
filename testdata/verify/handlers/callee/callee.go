// Package callee verifies the header in what a handler calls, or in what calls the handler.
package callee

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type api struct{ key []byte }

func (a *api) pick(*jwt.Token) (any, error) { return a.key, nil }

var methods = jwt.WithValidMethods([]string{"HS256"})

func (a *api) allowed(r *http.Request) bool {
	_, err := jwt.Parse(r.Header.Get("X-Called"), a.pick, methods)
	return err == nil
}

// the handler asks a function first, which reads the header by itself
func (a *api) admin(w http.ResponseWriter, r *http.Request) {
	if !a.allowed(r) {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("X-Called"), c); err != nil {
		return
	}
	w.Write([]byte(c["sub"].(string)))
}

// ServeHTTP verifies, then calls what decodes.
func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if _, err := jwt.Parse(r.Header.Get("X-Calling"), a.pick, methods); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	a.users(w, r)
}

func (a *api) users(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("X-Calling"), c); err != nil {
		return
	}
	w.Write([]byte(c["sub"].(string)))
}

// Authenticate is for others to call before they call a handler.
func (a *api) Authenticate(r *http.Request) error {
	_, err := jwt.Parse(r.Header.Get("X-Offered"), a.pick, methods)
	return err
}

// Teams is a handler behind that.
func (a *api) Teams(w http.ResponseWriter, r *http.Request) {
	c := jwt.MapClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("X-Offered"), c); err != nil {
		return
	}
	w.Write([]byte(c["sub"].(string)))
}
