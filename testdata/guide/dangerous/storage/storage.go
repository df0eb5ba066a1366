// Package storage keeps tokens where every script of the page can read them.
package storage

import (
	"embed"
	"encoding/json"
	"net/http"
)

//go:embed login.html login.js
var pages embed.FS

type server struct {
	logIn func(user, password string) (token string, err error)
}

// login answers with the token, for login.js to keep.
func (s *server) login(w http.ResponseWriter, r *http.Request) {
	token, err := s.logIn(r.FormValue("user"), r.FormValue("password"))
	if err != nil {
		http.Error(w, "wrong name or password", http.StatusUnauthorized)
		return
	}
	// A cookie of the server that says nothing of itself is no better than one of the script.
	http.SetCookie(w, &http.Cookie{Name: "jwt_token", Value: token, Path: "/"}) // want insecure-cookie
	json.NewEncoder(w).Encode(map[string]string{"token": token})
}

func (s *server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/login", s.login)
	mux.Handle("GET /", http.FileServerFS(pages))
	return mux
}
