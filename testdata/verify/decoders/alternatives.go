package decoders

import (
	"context"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// Two types implement what a generator wants: only one of them handles a request.

type bearerAuth struct{ Token string }

type security interface {
	handleBearer(ctx context.Context, t bearerAuth) (string, error)
}

type trusting struct{}

func (trusting) handleBearer(_ context.Context, t bearerAuth) (string, error) {
	var c jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(t.Token, &c); err != nil { // want unverified-token
		return "", err
	}
	return c.Subject, nil
}

type mindful struct{ key []byte }

func (s mindful) handleBearer(_ context.Context, t bearerAuth) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(t.Token, &c, func(*jwt.Token) (any, error) { return s.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return c.Subject, err
}

func serveBearer(s security) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sub, err := s.handleBearer(r.Context(), bearerAuth{Token: r.Header.Get("X-Bearer")})
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.Write([]byte(sub))
	})
}

// A decorator leads to the one that verifies.

type cookieAuth struct{ Token string }

type cookieSecurity interface {
	handleCookie(ctx context.Context, t cookieAuth) (string, error)
}

type naming struct{ next cookieSecurity }

func (n naming) handleCookie(ctx context.Context, t cookieAuth) (string, error) {
	var c jwt.RegisteredClaims
	jwt.NewParser().ParseUnverified(t.Token, &c)
	if _, err := n.next.handleCookie(ctx, t); err != nil {
		return "", err
	}
	return c.Subject, nil
}

func (s mindful) handleCookie(_ context.Context, t cookieAuth) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(t.Token, &c, func(*jwt.Token) (any, error) { return s.key, nil })
	return c.Subject, err
}

func serveCookie(s cookieSecurity) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		sub, _ := s.handleCookie(r.Context(), cookieAuth{Token: r.Header.Get("X-Cookie")})
		w.Write([]byte(sub))
	})
}
