// Package respond answers requests for others.
package respond

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
)

type problem struct {
	Title string `json:"title"`
}

// JSON answers with a status and a value.
func JSON(w http.ResponseWriter, status int, v any) error {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	return json.NewEncoder(w).Encode(v)
}

// Error answers with a status and what is wrong.
func Error(w http.ResponseWriter, status int, title string) {
	_ = JSON(w, status, problem{title})
}

// Unauthorized says that a token is missing or wrong.
func Unauthorized(w http.ResponseWriter, title string) { Error(w, http.StatusUnauthorized, title) }

// Problem answers with what an error means, which need not be a refusal.
func Problem(w http.ResponseWriter, err error) {
	if err == http.ErrBodyNotAllowed {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusInternalServerError)
}

// Fail answers a request of gin.
func Fail(c *gin.Context, status int, title string) {
	c.JSON(status, problem{title})
}

// Stop answers and lets no other handler run.
func Stop(c *gin.Context, status int, title string) {
	Fail(c, status, title)
	c.Abort()
}

// Must panics, and a middleware in front of all answers.
func Must(w http.ResponseWriter, status int) {
	w.WriteHeader(status)
	panic(http.ErrAbortHandler)
}
