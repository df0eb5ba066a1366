// Package prometheus answers who watches a program.
package prometheus

import (
	"expvar"
	"net/http"
)

// New returns what answers.
func New() (http.Handler, error) {
	mux := http.NewServeMux()
	mux.Handle("/metrics", expvar.Handler())
	return mux, nil
}
