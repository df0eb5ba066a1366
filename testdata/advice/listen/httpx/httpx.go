// Package httpx runs servers and knows nothing of what they answer.
package httpx

import (
	"expvar"
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

// Metrics is a server for those who watch the program.
type Metrics struct{ http *http.Server }

// NewMetrics returns a server of metrics that will listen at an address.
func NewMetrics(addr string) *Metrics {
	mux := http.NewServeMux()
	mux.Handle("/metrics", expvar.Handler())
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	return &Metrics{&http.Server{Addr: addr, Handler: mux, ReadHeaderTimeout: time.Second}}
}

// Start answers requests.
func (m *Metrics) Start() error { return m.http.ListenAndServe() }
