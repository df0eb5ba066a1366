package enforce

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/jwtauth/v5"
)

// apiFunc handles requests and returns what went wrong.
type apiFunc func(w http.ResponseWriter, r *http.Request) error

func plainNext(next func(http.ResponseWriter, *http.Request)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			http.Error(w, "no", http.StatusUnauthorized) // want unenforced-auth "a return is missing"
		}
		next(w, r)
	}
}

func ownNext(next apiFunc) apiFunc {
	return func(w http.ResponseWriter, r *http.Request) error {
		if err := check(r.Header.Get("X-Token")); err != nil {
			http.Error(w, "no", http.StatusUnauthorized) // want unenforced-auth "a return is missing"
		}
		return next(w, r)
	}
}

func deferredNext(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer next.ServeHTTP(w, r)
		if err := check(r.Header.Get("X-Token")); err != nil {
			http.Error(w, "no", http.StatusUnauthorized) // want unenforced-auth "deferred"
			return
		}
	})
}

// router is a handler of its own type.
type router struct{ mux *http.ServeMux }

func (s *router) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

type guard struct {
	router *router
	handle http.HandlerFunc
}

func (g *guard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := check(r.Header.Get("X-Token")); err != nil {
		http.Error(w, "no", http.StatusUnauthorized) // want unenforced-auth "a return is missing"
	}
	g.router.ServeHTTP(w, r)
}

func (g *guard) field(w http.ResponseWriter, r *http.Request) {
	if err := check(r.Header.Get("X-Token")); err != nil {
		http.Error(w, "no", http.StatusUnauthorized) // want unenforced-auth "a return is missing"
	}
	g.handle(w, r)
}

func operation(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		if err := check(ctx.Header("Authorization")); err != nil {
			huma.WriteErr(api, ctx, http.StatusUnauthorized, "no") // want unenforced-auth "a return is missing"
		}
		next(ctx)
	}
}

func operationStatus(ctx huma.Context, next func(huma.Context)) {
	if err := check(ctx.Header("Authorization")); err != nil {
		ctx.SetStatus(http.StatusUnauthorized) // want unenforced-auth "a return is missing"
	}
	next(ctx)
}

// what a middleware of the library has found
func found(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, _, err := jwtauth.FromContext(r.Context()); err != nil {
			http.Error(w, "no", http.StatusUnauthorized) // want unenforced-auth "a return is missing"
		}
		next.ServeHTTP(w, r)
	})
}

// What follows is good.

func plainReturns(next func(http.ResponseWriter, *http.Request)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("X-Token")); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func operationReturns(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		if err := check(ctx.Header("Authorization")); err != nil {
			_ = huma.WriteErr(api, ctx, http.StatusUnauthorized, "no")
			return
		}
		next(ctx)
	}
}

// what is told of a refusal handles no request
func observed(next http.HandlerFunc, seen func(*http.Request)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		seen(r)
		if err := check(r.Header.Get("X-Token")); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			seen(r)
			return
		}
		next(w, r)
	}
}

// the caller decides what is done on a refusal
func refusals(next, onRefusal func(*gin.Context)) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := check(c.GetHeader("X-Token")); err != nil {
			c.Status(http.StatusUnauthorized)
			onRefusal(c)
			return
		}
		next(c)
	}
}

// a handler that is nobody's middleware
func (g *guard) last(w http.ResponseWriter, r *http.Request) {
	if err := check(r.Header.Get("X-Token")); err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
