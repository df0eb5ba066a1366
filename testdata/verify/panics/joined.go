package panics

import (
	"errors"
	"net/http"
	"strings"
)

var errForm = errors.New("no bearer token")

// What is too short passes the test where its first piece is right.
func joined(r *http.Request) (string, error) {
	parts := strings.Split(r.Header.Get("Authorization"), " ")
	if len(parts) != 2 && parts[0] != "Bearer" {
		return "", errForm
	}
	return parts[1], nil // want header-panic "without a length check"
}

func joinedSecond(r *http.Request) (string, error) {
	parts := strings.SplitN(r.Header.Get("Authorization"), " ", 2)
	if parts[0] != "Bearer" && len(parts) < 2 {
		return "", errForm
	}
	return parts[1], nil // want header-panic
}

// Near misses: either is enough to refuse, the test leads to the index, or both are lengths.
func either(r *http.Request) (string, error) {
	parts := strings.Split(r.Header.Get("Authorization"), " ")
	if len(parts) != 2 || parts[0] != "Bearer" {
		return "", errForm
	}
	return parts[1], nil
}

func inside(r *http.Request) (string, error) {
	parts := strings.Split(r.Header.Get("Authorization"), " ")
	if len(parts) == 2 && parts[0] == "Bearer" {
		return parts[1], nil
	}
	return "", errForm
}

func lengths(r *http.Request) (string, error) {
	parts := strings.Split(r.Header.Get("Authorization"), " ")
	if len(parts) != 2 && len(parts) != 3 {
		return "", errForm
	}
	return parts[1], nil
}
