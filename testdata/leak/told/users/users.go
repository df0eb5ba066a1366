// Package users hands its tokens to a package that logs them: one report of one line.
package users

import (
	"net/http"

	"example.com/testdata/leak/told/client"

	"github.com/golang-jwt/jwt/v5"
)

func login(r *http.Request, keys jwt.Keyfunc) error {
	return client.Check(r.Header.Get("Authorization"), keys)
}

func again(r *http.Request, keys jwt.Keyfunc) error {
	client.Trace(r.Header.Get("Authorization")) // want token-log "via client.Trace"
	return client.Check(r.Header.Get("Authorization"), keys)
}
