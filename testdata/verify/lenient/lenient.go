// Package lenient has interceptors that log a bad token and go on.
package lenient

import (
	"context"
	"log"
	"log/slog"
	"net/http"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"

	"github.com/golang-jwt/jwt/v5"
)

var key []byte

type (
	unreadKey struct{}
	readKey   struct{}
	passedKey struct{}
)

// ExportedKey can be read by other packages.
type ExportedKey struct{}

func verify(raw string) (string, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return c.Subject, err
}

func subject(ctx context.Context) (string, error) {
	c := &jwt.RegisteredClaims{}
	var raw string
	if h := metadata.ValueFromIncomingContext(ctx, "authorization"); len(h) > 0 {
		raw = h[0]
	}
	_, err := jwt.ParseWithClaims(raw, c, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return c.Subject, err
}

// whom a token belongs to is kept where nobody can read it, so that no handler can tell a guest
func lenient(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	sub, err := subject(ctx)
	if err != nil {
		slog.Warn("authentication failed", "method", info.FullMethod, "err", err)
		return handler(ctx, req) // want unenforced-auth "nothing reads whom"
	}
	return handler(context.WithValue(ctx, unreadKey{}, sub), req)
}

func lenientHTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sub, err := verify(r.Header.Get("X-Token"))
		if err != nil {
			log.Println("bad token", err)
			next.ServeHTTP(w, r) // want unenforced-auth "nothing reads whom"
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), unreadKey{}, sub)))
	})
}

// What follows is good.

func strict(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	sub, err := subject(ctx)
	if err != nil {
		return nil, err
	}
	return handler(context.WithValue(ctx, unreadKey{}, sub), req)
}

// a handler can look for the user
func guests(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	sub, err := subject(ctx)
	if err != nil {
		slog.Warn("guest", "method", info.FullMethod, "err", err)
		return handler(ctx, req)
	}
	return handler(context.WithValue(ctx, readKey{}, sub), req)
}

func userOf(ctx context.Context) (string, bool) {
	sub, ok := ctx.Value(readKey{}).(string)
	return sub, ok
}

// the key is handed to whoever may read it
func guestsByKey(lookup func(key any)) grpc.UnaryServerInterceptor {
	lookup(passedKey{})
	return func(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
		sub, err := subject(ctx)
		if err != nil {
			log.Println(err)
			return handler(ctx, req)
		}
		return handler(context.WithValue(ctx, passedKey{}, sub), req)
	}
}

func guestsOfOthers(ctx context.Context, req any, _ *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	sub, err := subject(ctx)
	if err != nil {
		log.Println(err)
		return handler(ctx, req)
	}
	return handler(context.WithValue(ctx, ExportedKey{}, sub), req)
}

// nothing is kept: a handler may ask by itself
func logs(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := verify(r.Header.Get("X-Token")); err != nil {
			log.Println("bad token", err)
		}
		next.ServeHTTP(w, r)
	})
}

// only some requests pass
func reportOnly(enforced bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sub, err := verify(r.Header.Get("X-Token"))
		if err != nil {
			if enforced {
				http.Error(w, "no", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), unreadKey{}, sub)))
	})
}

// another middleware behind it looks at the header that this one sets
func forwards(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sub, err := verify(r.Header.Get("X-Token"))
		if err != nil {
			log.Println(err)
			next.ServeHTTP(w, r)
			return
		}
		r.Header.Set("X-Subject", sub)
		next.ServeHTTP(w, r)
	})
}
