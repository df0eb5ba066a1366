// Package httpx runs servers and knows nothing of what they answer.
package httpx

import (
	"net/http"
	"time"
)

// Run answers requests at a port.
func Run(port string, h http.Handler) error {
	srv := &http.Server{Addr: ":" + port, Handler: h, ReadHeaderTimeout: time.Second}
	return srv.ListenAndServe()
}

// Listen answers requests at an address.
func Listen(addr string, h http.Handler) error { return http.ListenAndServe(addr, h) }
