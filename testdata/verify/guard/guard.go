// Package guard looks for tokens and never checks the result.
package guard

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/jwtauth/v5"
)

func routes(auth *jwtauth.JWTAuth, private http.HandlerFunc) http.Handler {
	r := chi.NewRouter()
	r.Use(jwtauth.Verifier(auth)) // want unenforced-auth "lets every request pass"
	r.Get("/private", private)
	return r
}
