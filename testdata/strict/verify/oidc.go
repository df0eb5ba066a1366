package verify

import (
	"context"
	"slices"

	"github.com/coreos/go-oidc/v3/oidc"
)

func anyClient(ctx context.Context, p *oidc.Provider, raw string) (string, error) {
	token, err := p.Verifier(&oidc.Config{SkipClientIDCheck: true}).Verify(ctx, raw) // want missing-audience "audience (aud)"
	if err != nil {
		return "", err
	}
	return token.Subject, nil
}

// What follows is good.

func several(ctx context.Context, p *oidc.Provider, raw string) (string, error) {
	token, err := p.Verifier(&oidc.Config{SkipClientIDCheck: true}).Verify(ctx, raw)
	if err != nil || !slices.Contains(token.Audience, "app") {
		return "", err
	}
	return token.Subject, nil
}
