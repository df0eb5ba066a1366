// Package server answers requests.
package server

import "net/http"

// Run answers requests until the program ends.
func Run(addr string) { http.ListenAndServe(addr, nil) }
