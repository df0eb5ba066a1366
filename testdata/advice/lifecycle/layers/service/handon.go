package service

import (
	"context"

	"example.com/testdata/advice/lifecycle/layers/store"
	"example.com/testdata/advice/lifecycle/layers/token"
)

type provider interface {
	ParseRefreshToken(ctx context.Context, token string) (*token.Claims, error)
	RefreshToken(ctx context.Context, raw string) (*token.Pair, error)
}

// HandOn leaves it all to a provider, which is reported.
type HandOn struct {
	users    users
	provider provider
}

// NewHandOn returns one.
func NewHandOn(u users, p provider) *HandOn { return &HandOn{u, p} }

// RefreshToken trades a refresh token for others, and says whose they are.
func (s *HandOn) RefreshToken(ctx context.Context, raw string) (*Pair, store.User, error) {
	pair, err := s.provider.RefreshToken(ctx, raw)
	if err != nil {
		return nil, store.User{}, err
	}
	claims, err := s.provider.ParseRefreshToken(ctx, raw)
	if err != nil {
		return nil, store.User{}, err
	}
	user, err := s.users.Active(ctx, claims.Subject)
	if err != nil {
		return nil, store.User{}, err
	}
	return &Pair{AccessToken: pair.AccessToken, RefreshToken: pair.RefreshToken}, user, nil
}
