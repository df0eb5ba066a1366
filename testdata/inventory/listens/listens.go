// Package listens has servers that listen with TLS, some of them without it as well.
package listens

import (
	"net"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type server struct {
	http, metrics *http.Server
	secure        bool
}

// either listens with TLS where that is set up.
func (s *server) either() error {
	go func() { _ = s.metrics.ListenAndServe() }()
	if s.secure {
		return s.http.ListenAndServeTLS("cert.pem", "key.pem")
	}
	return s.http.ListenAndServe()
}

// both answers everything on two ports.
func both(plain, mux http.Handler) {
	one := &http.Server{Addr: ":8080", Handler: mux}
	two := &http.Server{Addr: ":8443", Handler: mux}
	go func() { _ = one.ListenAndServe() }()
	_ = two.ListenAndServeTLS("cert.pem", "key.pem")
}

// beside answers without TLS what carries no tokens.
func beside(health, api http.Handler) {
	go func() { _ = http.ListenAndServe(":8080", health) }()
	_ = http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", api)
}

// made has servers with handlers of their own, which one function makes.
func made(health, api http.Handler) {
	one, two := newServer(":8080", health), newServer(":8443", api)
	go func() { _ = one.ListenAndServe() }()
	_ = two.ListenAndServeTLS("cert.pem", "key.pem")
}

func newServer(addr string, h http.Handler) *http.Server { return &http.Server{Addr: addr, Handler: h} }

// handed has the server with TLS in a function of its own, and its listener is opened elsewhere.
func handed(l net.Listener, mux http.Handler, secure bool) {
	plain := &http.Server{Handler: mux}
	var other *http.Server
	if secure {
		other = &http.Server{Addr: ":8443", Handler: mux}
		go func() { _ = serveTLS(other) }()
	}
	_ = plain.Serve(l)
}

func serveTLS(s *http.Server) error { return s.ListenAndServeTLS("cert.pem", "key.pem") }

func verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte{}, nil })
}

var _ = []any{(*server).either, both, beside, made, handed, verify}
