package logs

import (
	"log"
	"net/http"
)

// reconnected shows which connection goes on, not who is let in.
func reconnected(r *http.Request) {
	log.Println("goes on", r.URL.Query().Get("reconnect_token"))
	log.Println("logs in", r.URL.Query().Get("access_token")) // want token-log
}
