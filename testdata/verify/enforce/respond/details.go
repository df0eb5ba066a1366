package respond

import (
	"encoding/json"
	"net/http"
)

// Details are those of a problem (RFC 9457).
type Details struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
}

// Write answers with the status of the details, 500 where they have none.
func Write(w http.ResponseWriter, d Details) {
	if d.Status == 0 {
		d.Status = http.StatusInternalServerError
	}
	if d.Title == "" {
		d.Title = http.StatusText(d.Status)
	}
	w.WriteHeader(d.Status)
	_ = json.NewEncoder(w).Encode(d)
}

// Hide answers with 404 instead of a refusal.
func Hide(w http.ResponseWriter, d *Details) {
	if d.Status == http.StatusForbidden || d.Status == http.StatusUnauthorized {
		d.Status = http.StatusNotFound
	}
	w.WriteHeader(d.Status)
}
