// Package monitoring writes down what goes wrong, and with it what others can log in with.
package monitoring

import (
	"log/slog"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type server struct{ key []byte }

func newServer(key []byte) *server { return &server{key} }

// authenticated lets requests with a good token pass.
func (s *server) authenticated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		slog.Debug("request", "header", r.Header) // want token-log
		raw, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return s.key, nil },
			jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			slog.Warn("suspicious token", "from", r.RemoteAddr, "token", raw) // want token-log
			http.Error(w, "the token is not accepted", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
