// Package app logs with the logger of another package.
package app

import (
	"log"
	"net/http"

	"example.com/testdata/leak/redactor/logging"
)

func serve(w http.ResponseWriter, r *http.Request) {
	l := logging.From(r.Context())
	l.Info("asked", "token", r.Header.Get("Authorization"))
	l.Info("asked", "authorization", r.Header.Get("Authorization"))
	l.Info("asked", "access_token", r.FormValue("access_token"))

	l.Info("asked", "header", r.Header.Get("Authorization")) // want token-log
	l.Info("asked by " + r.Header.Get("Authorization"))      // want token-log
	log.Println("token", r.Header.Get("Authorization"))      // want token-log
}
