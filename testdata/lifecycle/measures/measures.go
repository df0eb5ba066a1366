// Package measures takes the measures that the room of this name knows, and has what only looks
// alike. A comment says which kind is seen on a line; its test holds them against each other.
package measures

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	chimiddleware "github.com/go-chi/chi/v5/middleware"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/csrf"
	"github.com/gofiber/fiber/v2/middleware/limiter"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/handlers"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"golang.org/x/crypto/bcrypt"
)

func frameworks(h http.Handler) {
	g := gin.Default() // measure access-log
	g.Use(func(c *gin.Context) {
		c.Header("X-Frame-Options", "DENY")               // measure frames
		c.Writer.Header().Set("Referrer-Policy", "never") // another field
	})
	e := echo.New()
	e.Use(middleware.Secure())        // measure headers
	e.Use(middleware.HTTPSRedirect()) // measure redirect
	e.Use(middleware.CSRF())          // measure csrf
	e.Use(middleware.Recover())
	f := fiber.New()
	f.Use(limiter.New()) // measure rate-limit
	f.Use(csrf.New())    // measure csrf
	r := chi.NewRouter()
	r.Use(chimiddleware.Logger)               // measure access-log
	r.Mount("/", handlers.LoggingHandler(nil, // measure access-log
		http.NewCrossOriginProtection().Handler(h))) // measure csrf csrf
}

var table = map[string]string{
	"Strict-Transport-Security": "max-age=63072000",          // measure hsts
	"Content-Security-Policy":   "default-src 'self'",        // measure headers
	"Content-security-policy":   "frame-ancestors 'none'",    // measure frames
	"Access-Control-Expose":     "Strict-Transport-Security", // the name of a field as a value
}

var exposed = []string{"X-Frame-Options", "X-Content-Type-Options"} // what others may read

func headers(w http.ResponseWriter, r *http.Request) {
	w.Header()["X-Content-Type-Options"] = []string{"nosniff"} // measure nosniff
	write(w, "X-Frame-Options", "DENY")                        // measure frames
	if r.Header.Get("X-Frame-Options") == "" {                 // read
		w.Header().Del("X-Frame-Options") // taken out
	}
	if strings.EqualFold(r.URL.Path, "X-Frame-Options") { // compared
		return
	}
}

func write(w http.ResponseWriter, name, value string) { w.Header().Set(name, value) }

func forgery(r *http.Request) error {
	if site := r.Header.Get("Sec-Fetch-Site"); site == "cross-site" { // measure csrf
		return errors.New("cross-site")
	}
	origin := r.Header.Get("Origin") // measure csrf
	if origin != "https://"+r.Host {
		return errors.New("origin")
	}
	if other := r.Header.Get("Origin"); other != "" { // whether there is one
		return nil
	}
	return nil
}

func redirects(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://"+r.Host+r.URL.Path, http.StatusMovedPermanently) // measure redirect
	http.Redirect(w, r, "https://example.com/login", http.StatusFound)             // one page
	http.Redirect(w, r, "/login", http.StatusFound)
	u := *r.URL
	u.Scheme = "https"
	http.Redirect(w, r, u.String(), http.StatusMovedPermanently) // measure redirect
}

type claims struct{ jwt.RegisteredClaims }

func keys(*jwt.Token) (any, error) { return nil, errors.New("none") }

// verify only says that the token is bad.
func verify(raw string) (*claims, error) {
	c := &claims{}
	if _, err := jwt.ParseWithClaims(raw, c, keys); err != nil {
		return nil, err
	}
	return c, nil
}

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := verify(r.Header.Get("Authorization"))
		if err != nil {
			slog.Warn("token refused", "error", err) // measure failure-log
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		slog.Info("request", "user", c.Subject) // of the good ones
		next.ServeHTTP(w, r)
	})
}

// The refusal logs two functions on.

func refusing(w http.ResponseWriter, r *http.Request) {
	if _, err := verify(r.Header.Get("Authorization")); err != nil {
		refuse(w, err) // measure failure-log
	}
}

func refuse(w http.ResponseWriter, err error) {
	note(err)
	http.Error(w, "no", http.StatusUnauthorized)
}

func note(err error) { slog.Warn("token refused", "error", err) }

// What it calls may log, and says whether it failed: that is what it logs.

func quiet(w http.ResponseWriter, r *http.Request) {
	if _, err := verify(r.Header.Get("Authorization")); err != nil {
		if send(w) != nil {
			return
		}
	}
}

func send(w http.ResponseWriter) error {
	_, err := w.Write([]byte("no"))
	if err != nil {
		slog.Warn("connection lost", "error", err)
	}
	return err
}

// Too many requests, and too many wrong passwords among them.

func busy(w http.ResponseWriter, queued, attempts int) {
	if queued > 100 {
		http.Error(w, "later", http.StatusTooManyRequests) // measure rate-limit
	}
	if attempts >= 5 { // measure failure-count
		answer(w, http.StatusTooManyRequests, "later") // measure rate-limit
	}
	if attempts >= 5 {
		answer(w, http.StatusServiceUnavailable, "later")
	}
}

func answer(w http.ResponseWriter, status int, text string) { http.Error(w, text, status) }

// What others answer.
// TooMany answers for those that limit.
func TooMany(w http.ResponseWriter) { http.Error(w, "later", http.StatusTooManyRequests) }

// TooManyForNobody is never called.
func TooManyForNobody(w http.ResponseWriter) {
	text := "later"
	http.Error(w, text, http.StatusTooManyRequests)
}

func limits(w http.ResponseWriter, left int) {
	if left == 0 {
		TooMany(w) // measure rate-limit
	}
}

func again(res *http.Response) bool { return res.StatusCode == http.StatusTooManyRequests }

type account struct {
	Hash           []byte
	FailedAttempts int
	ChangedAt      time.Time
}

func login(a *account, password string) error {
	if err := bcrypt.CompareHashAndPassword(a.Hash, []byte(password)); err != nil {
		a.FailedAttempts++ // measure failure-count
		return errors.New("login failed")
	}
	a.FailedAttempts = 0
	return nil
}

func right(a *account, password string) bool {
	return bcrypt.CompareHashAndPassword(a.Hash, []byte(password)) == nil
}

type locks struct{}

func (locks) RecordFailure(string) {}

func handle(w http.ResponseWriter, a *account, l locks, name, password string) {
	if !right(a, password) {
		l.RecordFailure(name) // measure failure-count
		http.Error(w, "wrong password", http.StatusUnauthorized)
	}
}

func silent(w http.ResponseWriter, a *account, password string) {
	if !right(a, password) {
		fail(w, "wrong password") // an answer
	}
}

func fail(w http.ResponseWriter, text string) { http.Error(w, text, http.StatusUnauthorized) }

func stale(c *claims, m jwt.MapClaims, a *account) bool {
	if iat, ok := m["iat"].(float64); ok && int64(iat) < a.ChangedAt.Unix() { // measure issue-time
		return true
	}
	if int64(m["iat"].(float64)) < a.ChangedAt.Unix() { // measure issue-time
		return true
	}
	if c.IssuedAt != nil && c.IssuedAt.After(time.Now()) { // of the future
		return true
	}
	return c.IssuedAt != nil && c.IssuedAt.Before(a.ChangedAt) // measure issue-time
}

func either(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.Parse(r.Header.Get("Authorization"), keys)
		if err != nil || !token.Valid {
			slog.Warn("token refused") // measure failure-log
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func another(next http.Handler, find func(string) (*account, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.Parse(r.Header.Get("Authorization"), keys)
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		_, err = find(token.Raw)
		if err != nil {
			slog.Warn("no such account") // the token was accepted
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// What writes an answer logs no refusal, whether it looks at the error of that or not.

func answering(w http.ResponseWriter, r *http.Request) {
	_, err := verify(r.Header.Get("Authorization"))
	if err != nil {
		writeJSON(w, "no")
		return
	}
	writeJSON(w, "yes")
}

func watching(w http.ResponseWriter, r *http.Request) {
	if _, err := verify(r.Header.Get("Authorization")); err != nil {
		writeLogged(w, "no")
	}
}

func writeJSON(w http.ResponseWriter, v any) { _ = json.NewEncoder(w).Encode(v) }

func writeLogged(w http.ResponseWriter, v any) {
	if err := json.NewEncoder(w).Encode(v); err != nil {
		slog.Error("cannot write the answer", "error", err)
	}
}

func signIn(secret []byte) (*claims, error) {
	raw, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "a"}).SignedString(secret)
	if err != nil {
		return nil, err
	}
	c, err := verify(raw) // the token of the program itself
	if err != nil {
		slog.Error("cannot read the token", "error", err)
	}
	return c, err
}

func traced(next http.Handler) (http.Handler, *http.Client) {
	client := &http.Client{Transport: otelhttp.NewTransport(http.DefaultTransport)} // of our own requests
	return otelhttp.NewHandler(next, "api"), client                                 // measure access-log
}
