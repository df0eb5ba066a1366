// Package server listens, for commands that say where.
package server

import (
	"net/http"
	"time"

	"example.com/testdata/advice/listen/auth"
)

// Server is what a command runs.
type Server struct{ http *http.Server }

// Run answers requests at a port.
func (s *Server) Run(port string) error {
	s.http = &http.Server{Addr: ":" + port, Handler: auth.Require(http.NotFoundHandler()), ReadHeaderTimeout: time.Second}
	return s.http.ListenAndServe() // want plaintext-listener
}
