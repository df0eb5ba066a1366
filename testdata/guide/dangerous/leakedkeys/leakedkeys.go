package leakedkeys

import (
	_ "embed" // for the page
	"fmt"
	"html/template"
	"log"
	"log/slog"
	"net/http"
	"os"
)

// key reads the signing key, and shows it to everyone who reads the log.
func key() []byte {
	secret := os.Getenv("NOTES_JWT_SECRET")
	if len(secret) < 32 {
		log.Fatalf("NOTES_JWT_SECRET is too short: %q", secret) // want secret-log
	}
	log.Printf("JWT secret: %s", secret) // want secret-log
	return []byte(secret)
}

type server struct {
	SigningKey []byte
	Addr       string
}

func newServer() *server {
	s := &server{SigningKey: key(), Addr: ":8443"}
	slog.Info("starting", "server", s) // want secret-log
	return s
}

func (s *server) issue(user string) (string, error) { return sign(user, s.SigningKey) }

//go:embed admin.html
var adminText string

var adminPage = template.Must(template.New("admin").Parse(adminText))

// admin lets the page sign tokens by itself: who opens it has the key.
func (s *server) admin(w http.ResponseWriter, _ *http.Request) {
	adminPage.Execute(w, map[string]any{"Key": string(s.SigningKey)}) // want secret-response
}

// settings is the same as a script.
func (s *server) settings(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/javascript")
	fmt.Fprintf(w, "window.jwtSecret = %q;\n", s.SigningKey) // want secret-response
}

func (s *server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /admin", s.admin)
	mux.HandleFunc("GET /settings.js", s.settings)
	return mux
}
