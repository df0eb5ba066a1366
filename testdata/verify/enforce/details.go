package enforce

import (
	"net/http"

	"example.com/testdata/verify/enforce/respond"
)

// The status of the answer is a field of what a helper gets.

type reply struct {
	code int
	text string
}

func send(w http.ResponseWriter, r *reply) { http.Error(w, r.text, r.code) }

func sendField(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			send(w, &reply{code: http.StatusUnauthorized}) // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

func details(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := check(r.Header.Get("X-Token"))
		if err != nil {
			respond.Write(w, respond.Details{Title: err.Error(), Status: http.StatusUnauthorized}) // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

// Near misses: it returns, the status is another one, or may be.

func detailsReturn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			respond.Write(w, respond.Details{Status: http.StatusUnauthorized})
			return
		}
		next.ServeHTTP(w, r)
	})
}

func detailsOther(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			respond.Write(w, respond.Details{Status: http.StatusContinue})
			respond.Write(w, respond.Details{Title: "no token"})
			respond.Hide(w, &respond.Details{Status: http.StatusUnauthorized})
		}
		next.ServeHTTP(w, r)
	})
}
