// Package web is the API of the service: who logs in gets two cookies, and what is in them is
// verified at each request.
package web

import (
	"encoding/json"
	"net/http"

	"example.com/testdata/guide/service/internal/accounts"
	"example.com/testdata/guide/service/internal/revocation"
	"example.com/testdata/guide/service/internal/security"
	"example.com/testdata/guide/service/internal/tokens"
)

// Server answers requests.
type Server struct {
	Tokens   *tokens.Service
	Revoked  *revocation.List
	Accounts *accounts.Store
	Failures *security.Failures
	Log      *security.Log
}

// Handler returns the handler of all requests that come by TLS.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/account", s.register)
	mux.HandleFunc("POST /api/login", s.login)
	mux.HandleFunc("POST /api/refresh", s.refresh)
	mux.HandleFunc("POST /api/logout", s.authenticated(s.logout))
	mux.HandleFunc("GET /api/account", s.authenticated(s.account))
	mux.HandleFunc("POST /api/account/confirmation", s.authenticated(s.confirm))
	mux.HandleFunc("DELETE /api/account", s.authenticated(s.deleteAccount))
	return headers(http.NewCrossOriginProtection().Handler(mux))
}

// maxBody is more than any request of the API needs.
const maxBody = 16 << 10

// decode reads the body of a request, and answers it when it is not what the API takes.
func decode(w http.ResponseWriter, r *http.Request, to any) bool {
	d := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody))
	d.DisallowUnknownFields()
	if err := d.Decode(to); err != nil {
		http.Error(w, "the request is malformed", http.StatusBadRequest)
		return false
	}
	return true
}

// encode answers with JSON.
func encode(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(body)
}

// unavailable answers when something failed that is no fault of the request.
func (s *Server) unavailable(w http.ResponseWriter, r *http.Request, err error) {
	s.Log.Failed(r.Context(), err)
	http.Error(w, "try again later", http.StatusServiceUnavailable)
}
