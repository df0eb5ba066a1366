// Package redactor has a handler of slog that writes no secrets, by the names of attributes.
package redactor

import (
	"context"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// byName replaces what stands under the name of a secret, and shortens the time.
func byName(_ []string, a slog.Attr) slog.Attr {
	switch strings.ToLower(a.Key) {
	case "token", "authorization", "secret":
		return slog.String(a.Key, "[redacted]")
	case slog.TimeKey:
		return slog.String(a.Key, a.Value.Time().Format(time.Kitchen))
	}
	return a
}

// scrub is a handler around another.
type scrub struct{ slog.Handler }

var hidden = map[string]struct{}{"session_key": {}, "refresh": {}}

func (s scrub) Handle(ctx context.Context, r slog.Record) error {
	out := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		if isHidden(a.Key) {
			a = slog.String(a.Key, "***")
		}
		out.AddAttrs(a)
		return true
	})
	return s.Handler.Handle(ctx, out)
}

func isHidden(name string) bool {
	_, ok := hidden[strings.ToLower(name)]
	return ok
}

func sign(secret []byte) (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(secret)
}

func login(w http.ResponseWriter, r *http.Request) {
	secret := os.Getenv("PORTAL_SECRET")
	if len(secret) < 32 {
		return
	}
	signed, err := sign([]byte(secret))
	if err != nil {
		return
	}
	l := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: byName}))
	l.Info("signed", "token", signed, "secret", secret)
	l.LogAttrs(r.Context(), slog.LevelInfo, "asked", slog.String("Authorization", r.Header.Get("Authorization")))
	l.With("token", signed).Info("signed", "user", r.FormValue("user"))
	l.Info("signed", slog.Group("session", "token", signed))
	s := slog.New(scrub{slog.NewTextHandler(os.Stderr, nil)})
	s.Info("signed", slog.String("refresh", signed), slog.Any("session_key", secret))

	l.Info("signed", "jwt", signed)                  // want token-log
	l.Info("signed", "token", "none", "raw", signed) // want token-log
	l.Info("token " + signed)                        // want token-log
	log.Println("token", signed)                     // want token-log
	l.Info("signed", slog.Any("key", secret))        // want secret-log
}
