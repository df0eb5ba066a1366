package urls

import (
	"net/http"
	"strings"
)

// The query in the place of the Authorization header; who verifies is not seen.

func either(r *http.Request, check func(string) error) error {
	var token string
	if h := r.Header.Get("Authorization"); strings.HasPrefix(h, "Bearer ") {
		token = h[7:]
	} else {
		token = r.URL.Query().Get("token") // want token-url "read from the URL query"
	}
	return check(token)
}

func extract(r *http.Request) string {
	if h := r.Header.Get("Authorization"); h != "" {
		return strings.TrimPrefix(h, "Bearer ")
	}
	return r.URL.Query().Get("access_token") // want token-url
}

func queryFirst(r *http.Request) string {
	token := r.URL.Query().Get("token") // want token-url
	if token != "" {
		return token
	}
	if parts := strings.Split(r.Header.Get("Authorization"), " "); len(parts) == 2 {
		return parts[1]
	}
	return ""
}

// Near misses: a variable that is returned beside something else.
func pageFirst(r *http.Request) string {
	token := r.URL.Query().Get("token")
	if token != "" {
		return token
	}
	return r.Header.Get("X-Next-Page")
}

// Near misses: another parameter, another place, a query alone.

func mode(r *http.Request) (string, string) {
	kind := r.Header.Get("X-Mode")
	if kind == "" {
		kind = r.URL.Query().Get("mode")
	}
	ticket := r.URL.Query().Get("token")
	return kind, ticket
}

func session(r *http.Request) string {
	if c, err := r.Cookie("session"); err == nil {
		return c.Value
	}
	return r.URL.Query().Get("session")
}

func form(r *http.Request) string {
	if h := r.Header.Get("Authorization"); h != "" {
		return h
	}
	return r.PostForm.Get("token")
}

// What a middleware demands, and hands on to what handles it next.

func demanded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.URL.Query().Get("token") // want token-url
		if token == "" {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// One report of what is asked for and then read.
func readTwice(next http.Handler, check func(string) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		if token == "" {
			if len(r.URL.Query().Get("token")) == 0 {
				http.Error(w, "unauthorized", http.StatusUnauthorized)
				return
			}
			token = r.URL.Query().Get("token") // want token-url
		}
		if check(token) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

// Near misses: it answers the request itself, as the page of a mail link does, says what is wrong
// with the address, or does without.

func linked(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("token")
	if token == "" {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func malformed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("token") == "" {
			http.Error(w, "token is missing", http.StatusBadRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func optional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.URL.Query().Get("token")
		if token != "" && r.Header.Get("X-Page") == "" {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
