package token

import "context"

// Pair is what clients get.
type Pair struct{ AccessToken, RefreshToken string }

// RefreshToken trades a refresh token for others.
func (t *Tokens) RefreshToken(ctx context.Context, raw string) (*Pair, error) {
	c, err := t.ParseRefreshToken(ctx, raw)
	if err != nil {
		return nil, err
	}
	access, err := t.CreateAccessToken(ctx, c.Subject)
	if err != nil {
		return nil, err
	}
	refresh, err := t.CreateRefreshToken(ctx, c.Subject)
	if err != nil {
		return nil, err
	}
	return &Pair{access, refresh}, nil // want refresh-reuse
}
