// Package oidc verifies the tokens of OpenID providers.
package oidc

import (
	"context"
	"errors"
	"slices"

	"github.com/coreos/go-oidc/v3/oidc"
)

func expired(ctx context.Context, p *oidc.Provider, raw string) (*oidc.IDToken, error) {
	return p.Verifier(&oidc.Config{ClientID: "app", SkipExpiryCheck: true}).Verify(ctx, raw) // want validation-disabled "not checked"
}

func unsigned(ctx context.Context, p *oidc.Provider, raw string) (*oidc.IDToken, error) {
	verifier := p.Verifier(&oidc.Config{ClientID: "app", InsecureSkipSignatureCheck: true}) // want validation-disabled "signature of the token"
	return verifier.Verify(ctx, raw)
}

func anyIssuer(ctx context.Context, p *oidc.Provider, raw string) (*oidc.IDToken, error) {
	config := &oidc.Config{ClientID: "app"}
	config.SkipIssuerCheck = true // want validation-disabled "another issuer"
	return p.Verifier(config).Verify(ctx, raw)
}

type service struct{ verifier *oidc.IDTokenVerifier }

func newService(p *oidc.Provider) *service {
	return &service{p.Verifier(&oidc.Config{SkipClientIDCheck: true})} // want missing-audience "for whom"
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
