// Package web answers for its callers.
package web

import (
	"encoding/json"
	"net/http"
)

// JSON answers with anything.
func JSON(w http.ResponseWriter, status int, payload any) {
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(payload)
}
