// Package loggers declares an interface and implements it itself, and has wrappers that format first.
package loggers

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func secret() string {
	k := os.Getenv("K")
	if k == "" {
		log.Fatal("no K")
	}
	return k
}

type Logger interface {
	Debug(args ...any)
	Debugf(format string, args ...any)
	Log(msg string, fields map[string]any)
}

type std struct{}

func (std) Debug(args ...any)                     { log.Println(args...) }
func (std) Debugf(format string, args ...any)     { log.Printf(format, args...) }
func (std) Log(msg string, fields map[string]any) { slog.Info(msg, "fields", fields) }

type nop struct{}

func (nop) Debug(args ...any)                     {}
func (nop) Debugf(format string, args ...any)     {}
func (nop) Log(msg string, fields map[string]any) {}

func pick() Logger {
	if os.Getenv("DEBUG") != "" {
		return std{}
	}
	return nop{}
}

var lg = pick()

// format first
func infof(format string, args ...any) { log.Print(fmt.Sprintf(format, args...)) }
func warnf(format string, args ...any) {
	msg := fmt.Sprintf(format, args...)
	if len(msg) > 0 {
		slog.Warn(msg)
	}
}
func errorf(format string, args ...any) { infoOnly(fmt.Errorf(format, args...).Error()) }
func infoOnly(s string)                 { fmt.Fprintln(os.Stderr, "x", s) }
func prefixed(args ...any)              { log.Println(append([]any{"[auth]"}, args...)...) }

func handle(w http.ResponseWriter, r *http.Request) {
	tok, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "x", "exp": time.Now().Add(time.Minute).Unix()}).SignedString([]byte(secret()))
	if err != nil {
		lg.Debug(err)
		return
	}
	lg.Debug("token", tok)                                     // want token-log
	lg.Debugf("token %s", tok)                                 // want token-log
	lg.Log("token", map[string]any{"token": tok})              // want token-log
	infof("token %s", tok)                                     // want token-log
	warnf("token %s", tok)                                     // want token-log
	errorf("token %s", tok)                                    // want token-log
	infoOnly("t " + tok)                                       // want token-log
	prefixed("t", tok)                                         // want token-log
	lg.Debug("Authorization: ", r.Header.Get("Authorization")) // want token-log
	infof("token of %d", len(tok))
	warnf("token %.4s", tok)
	lg.Debug("no token", err)
	lg.Log("token", map[string]any{"token": len(tok)})
	report(reporter{}, tok)
	w.Write([]byte(tok))
}

// Near misses: an interface with a method that is named like one of a logger and keeps what it gets,
// and a helper that shows the beginning only.

type sink interface {
	Error(args ...any)
	Keep(args ...any)
}

type reporter struct{ kept []any }

func (r reporter) Error(args ...any) { r.kept = append(r.kept, args...) }
func (r reporter) Keep(args ...any)  { r.kept = append(r.kept, args...) }

func report(s sink, tok string) {
	s.Error(tok)
	s.Keep(tok)
	short("token", tok)
}

func short(name, value string) { log.Printf("%s %.6s", name, value) }

// logToken knows what it logs: it is reported once, not each of its callers.
func logToken(token string) { log.Println("signed", token) } // want token-log

func twice(key []byte) {
	t, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(time.Minute).Unix()}).SignedString(key)
	logToken(t)
	u, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(time.Minute).Unix()}).SignedString(key)
	logToken(u)
}
