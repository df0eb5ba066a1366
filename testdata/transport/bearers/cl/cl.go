// Package cl makes clients and transports.
package cl

import (
	"crypto/tls"
	"net/http"
	"time"
)

// New returns a client that disables TLS verification.
func New() *http.Client {
	return &http.Client{Timeout: time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} // BAD via use
}

// Bearer adds a token.
type Bearer struct {
	Base  http.RoundTripper
	Token string
}

// Strict returns a client that verifies.
func Strict() *http.Client { return &http.Client{Timeout: time.Second} }

// Asked returns a client that disables TLS verification where it is told to.
func Asked(lax bool) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: lax}}}
}

// RoundTrip adds the token.
func (b *Bearer) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+b.Token)
	return b.Base.RoundTrip(r)
}
