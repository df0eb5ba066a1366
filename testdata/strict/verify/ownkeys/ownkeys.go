// Package ownkeys verifies the tokens that it issues itself, and those of others.
package ownkeys

import (
	"context"
	"net/http"

	"github.com/coreos/go-oidc/v3/oidc"
)

type storage interface{ Keys() ([]byte, error) }

type storedKeys struct{ s storage }

func (k *storedKeys) VerifySignature(ctx context.Context, raw string) ([]byte, error) {
	return k.s.Keys()
}

type wrapped struct{ oidc.KeySet }

type server struct {
	s      storage
	remote oidc.KeySet
}

func (s *server) userinfo(w http.ResponseWriter, r *http.Request) {
	v := oidc.NewVerifier("https://id.example.com", &storedKeys{s.s}, &oidc.Config{SkipClientIDCheck: true})
	t, err := v.Verify(r.Context(), r.Header.Get("X"))
	if err != nil {
		http.Error(w, "no", 401)
		return
	}
	w.Write([]byte(t.Subject))
}

func (s *server) other(w http.ResponseWriter, r *http.Request) {
	v := oidc.NewVerifier("https://id.example.com", wrapped{s.remote}, &oidc.Config{SkipClientIDCheck: true}) // want missing-audience
	t, err := v.Verify(r.Context(), r.Header.Get("X"))
	if err != nil {
		http.Error(w, "no", 401)
		return
	}
	w.Write([]byte(t.Subject))
}

func (s *server) third(w http.ResponseWriter, r *http.Request) {
	v := oidc.NewVerifier("https://id.example.com", s.remote, &oidc.Config{SkipClientIDCheck: true}) // want missing-audience
	t, err := v.Verify(r.Context(), r.Header.Get("X"))
	if err != nil {
		http.Error(w, "no", 401)
		return
	}
	w.Write([]byte(t.Subject))
}
