// Package redact takes credentials out before it logs the rest.
package redact

import (
	"context"
	"log"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httputil"
	"slices"
	"strings"
)

// dump logs a copy without credentials.
func dump(ctx context.Context, r *http.Request) {
	c := r.Clone(ctx)
	c.Header.Del("Authorization")
	c.Header.Del("Cookie")
	if b, err := httputil.DumpRequest(c, false); err == nil {
		log.Printf("request %s", b)
	}
	log.Printf("%v", c.Header)
	slog.Debug("request", "header", c.Header)
	log.Printf("%+v", c)
}

// starred shows that there are some.
func starred(r *http.Request) {
	h := r.Header.Clone()
	if h.Get("Authorization") != "" {
		h.Set("Authorization", "Bearer ***")
	}
	log.Println(h)
	m := maps.Clone(r.Header)
	delete(m, "Authorization")
	log.Println(m)
	n := r.Header.Clone()
	n["Authorization"] = []string{"***"}
	log.Println(n)
}

var sensitive = []string{"Authorization", "Cookie", "X-Api-Key"}

// listed does so by a list.
func listed(r *http.Request) {
	h := r.Header.Clone()
	for _, name := range sensitive {
		h.Del(name)
	}
	log.Println(h)
	c := r.Clone(r.Context())
	for _, name := range sensitive {
		if c.Header.Get(name) != "" {
			c.Header.Set(name, "[redacted]")
		}
	}
	b, _ := httputil.DumpRequestOut(c, true)
	log.Print(string(b))
}

// prefixed shows the scheme, as a client does that can be asked to show all.
func prefixed(r *http.Request, show bool) {
	sent := r.Header.Get("Authorization")
	if parts := strings.Split(sent, " "); len(parts) > 1 && !show {
		if token := parts[1]; token != "" {
			r.Header.Set("Authorization", "Bearer "+starsOf(token))
		}
	}
	b, err := httputil.DumpRequestOut(r, r.ContentLength > 0)
	if err != nil {
		log.Fatal(err)
	}
	log.Println(string(b))
	r.Header.Set("Authorization", sent)
}

func starsOf(s string) string {
	inner := s[4 : len(s)-3]
	return s[:4] + strings.Repeat("*", len(inner)) + s[len(s)-3:]
}

// cleaned does so in a function of its own.
func cleaned(h http.Header) http.Header {
	out := h.Clone()
	out.Del("Authorization")
	return out
}

// copied leaves them out of what it copies.
func copied(h http.Header) http.Header {
	out := make(http.Header, len(h))
	for k, v := range h {
		if slices.Contains(sensitive, k) {
			continue
		}
		out[k] = v
	}
	return out
}

func both(w http.ResponseWriter, r *http.Request) {
	log.Println(cleaned(r.Header), copied(r.Header))
	log.Println("header", cleaned(r.Header))
	w.WriteHeader(http.StatusNoContent)
}

// transport logs what it sends.
type transport struct{ next http.RoundTripper }

func (l transport) RoundTrip(r *http.Request) (*http.Response, error) {
	h := r.Header.Clone()
	for k := range h {
		switch http.CanonicalHeaderKey(k) {
		case "Authorization", "Cookie":
			h[k] = []string{"***"}
		}
	}
	slog.Debug("request", "method", r.Method, "url", r.URL.Redacted(), "header", h)
	return l.next.RoundTrip(r)
}

// without leaves out the fields that it is given.
func without(h http.Header, names ...string) http.Header {
	c := h.Clone()
	for _, n := range names {
		c.Del(n)
	}
	return c
}

func few(h http.Header) http.Header { return http.Header{"User-Agent": h["User-Agent"]} }

type entry struct {
	Method string
	Header http.Header
}

func entries(r *http.Request) {
	log.Println(without(r.Header, "Authorization", "Cookie"))
	log.Printf("%+v", entry{r.Method, without(r.Header, "Authorization")})
	c := r.Clone(r.Context())
	c.Header = few(r.Header)
	log.Printf("%v", c.Header)
	h := r.Header.Clone()
	h.Set("Authorization", strings.SplitN(h.Get("Authorization"), " ", 2)[0]+" ***")
	log.Println(h)
}

// Neighbours that log credentials.

func assigned(r *http.Request) {
	c := r.Clone(r.Context())
	c.Header = r.Header.Clone()
	log.Printf("%v", c.Header)                   // want token-log
	log.Printf("%+v", entry{r.Method, r.Header}) // want token-log
	m := map[string]int{}
	m[r.Method] = 1
	log.Println(m, r.Header) // want token-log
}

func whole(ctx context.Context, r *http.Request) {
	c := r.Clone(ctx)
	c.Header.Del("Accept")
	if b, err := httputil.DumpRequest(c, false); err == nil {
		log.Printf("request %s", b) // want token-log
	}
	log.Println(r.Header.Clone()) // want token-log
}

// late deletes them when all is said.
func late(ctx context.Context, r *http.Request) {
	c := r.Clone(ctx)
	log.Printf("%v", c.Header) // want token-log
	c.Header.Del("Authorization")
	log.Printf("%v", c.Header)
}

// other cleans a copy and logs the request itself.
func other(ctx context.Context, r *http.Request) {
	c := r.Clone(ctx)
	c.Header.Del("Authorization")
	b, err := httputil.DumpRequest(r, true)
	if err == nil {
		log.Println(c.Method, string(b)) // want token-log
	}
	log.Println(r.Header) // want token-log
}

// swapped replaces them by others.
func swapped(r *http.Request, token string) {
	r.Header.Del("Authorization")
	r.Header.Set("Authorization", "Bearer "+token)
	log.Println(r.Header) // want token-log
}

// quiet takes them out of what it is given.
func quiet(h http.Header) { h.Del("Authorization") }

func byHelper(r *http.Request) {
	h := r.Header.Clone()
	quiet(h)
	log.Println(h)
}

// replaced sets others.
func replaced(r *http.Request) {
	h := r.Header.Clone()
	h.Set("Authorization", r.Header.Get("X-Forwarded-Authorization"))
	log.Println(h) // want token-log
}

// once sends them, and then takes them out.
func once(h http.Header, token string) {
	h.Set("Authorization", "Bearer "+token)
	http.DefaultClient.Do(&http.Request{Header: h})
	h.Del("Authorization")
}

func sentOnce(r *http.Request, token string) {
	h := r.Header.Clone()
	once(h, token)
	log.Println(h)
}

// renewed has others in the end.
func renewed(h http.Header, token string) {
	h.Del("Authorization")
	h.Set("Authorization", "Bearer "+token)
}

func sentAgain(r *http.Request, token string) {
	h := r.Header.Clone()
	renewed(h, token)
	log.Println(h) // want token-log
}
