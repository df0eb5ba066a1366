// Command server is a service whose login works, and which has the rest of the guide still before it:
// it counts no failures, logs none, takes back no token, and tells browsers nothing.
package main

import (
	"html/template"
	"log"
	"net/http"
	"os"
)

var home = template.Must(template.New("home").Parse("<title>Notes</title><h1>Notes of {{.}}</h1>"))

// page shows the notes, in a frame of another site as well.
func (s *server) page(w http.ResponseWriter, _ *http.Request, user string) {
	home.Execute(w, user) // want missing-headers
}

func main() {
	access, refresh := os.Getenv("NOTES_SERVER_JWT_KEY"), os.Getenv("NOTES_SERVER_REFRESH_KEY")
	if len(access) < 32 || len(refresh) < 32 {
		log.Fatal("NOTES_SERVER_JWT_KEY and NOTES_SERVER_REFRESH_KEY must have 32 bytes")
	}
	s := &server{[]byte(access), []byte(refresh), map[string][]byte{}}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", s.login)
	mux.HandleFunc("POST /refresh", s.renew)
	mux.HandleFunc("POST /logout", s.logout)
	mux.HandleFunc("GET /{$}", s.authenticated(s.page))
	go http.ListenAndServe(":80", mux) // want missing-redirect
	log.Fatal(http.ListenAndServeTLS(":443", "cert.pem", "key.pem", mux))
}
