package redact

import (
	"log"
	"net/http"
	"net/http/httputil"
	"strings"
)

// recovered hides the credentials in the lines of a dump, as the recovery of gin does.
func recovered(r *http.Request) {
	b, _ := httputil.DumpRequest(r, false)
	lines := strings.Split(string(b), "\r\n")
	for i, line := range lines {
		name, _, _ := strings.Cut(line, ":")
		if name == "Authorization" || name == "Cookie" {
			lines[i] = name + ": *"
		}
	}
	log.Println(lines)
}

// headed writes into the lines, too.
func headed(r *http.Request) {
	b, _ := httputil.DumpRequest(r, false)
	lines := strings.Split(string(b), "\r\n")
	lines[0] = "request"
	log.Println(lines) // want token-log
}
