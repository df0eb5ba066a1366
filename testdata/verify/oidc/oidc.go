// Package oidc verifies the tokens of OpenID providers.
package oidc

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"github.com/coreos/go-oidc/v3/oidc"
)

func expired(ctx context.Context, p *oidc.Provider, raw string) (string, error) {
	token, err := p.Verifier(&oidc.Config{ClientID: "app", SkipExpiryCheck: true}).Verify(ctx, raw) // want validation-disabled "not validated"
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

func unsigned(ctx context.Context, p *oidc.Provider, raw string) (string, error) {
	verifier := p.Verifier(&oidc.Config{ClientID: "app", InsecureSkipSignatureCheck: true}) // want validation-disabled "signature of the token"
	token, err := verifier.Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

type service struct{ verifier *oidc.IDTokenVerifier }

func newService(p *oidc.Provider) *service {
	config := &oidc.Config{ClientID: "app"}
	config.SkipIssuerCheck = true // want validation-disabled "another issuer"
	return &service{p.Verifier(config)}
}

func (s *service) subject(ctx context.Context, raw string) (string, error) {
	token, err := s.verifier.Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

// What follows is good.

func app(ctx context.Context, p *oidc.Provider, raw string) (*oidc.IDToken, error) {
	return p.Verifier(&oidc.Config{ClientID: "app"}).Verify(ctx, raw)
}

func several(ctx context.Context, p *oidc.Provider, raw string) (*oidc.IDToken, error) {
	token, err := p.Verifier(&oidc.Config{SkipClientIDCheck: true}).Verify(ctx, raw)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(token.Audience, "app") {
		return nil, errors.New("for somebody else")
	}
	return token, nil
}

func setting(ctx context.Context, p *oidc.Provider, raw string, skip bool) (*oidc.IDToken, error) {
	return p.Verifier(&oidc.Config{ClientID: "app", SkipIssuerCheck: skip}).Verify(ctx, raw)
}

// the error is all that counts
func looksLikeOne(ctx context.Context, raw string) bool {
	_, err := oidc.NewVerifier("", nil, &oidc.Config{SkipClientIDCheck: true, SkipExpiryCheck: true, SkipIssuerCheck: true, InsecureSkipSignatureCheck: true}).Verify(ctx, raw)
	return err == nil
}

// a hint may be over
func hinted(ctx context.Context, p *oidc.Provider, r *http.Request) (string, error) {
	token, err := hint(ctx, p, r.FormValue("id_token_hint"))
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

func hint(ctx context.Context, p *oidc.Provider, raw string) (*oidc.IDToken, error) {
	return p.Verifier(&oidc.Config{ClientID: "app", SkipExpiryCheck: true}).Verify(ctx, raw)
}

// every client of this issuer may come
func anyClient(ctx context.Context, p *oidc.Provider, raw string) (string, error) {
	token, err := p.Verifier(&oidc.Config{SkipClientIDCheck: true}).Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}
