// Package service knows its neighbours as interfaces only.
package service

import (
	"context"
	"fmt"

	"example.com/testdata/advice/lifecycle/layers/store"
	"example.com/testdata/advice/lifecycle/layers/token"
)

// Pair is what clients get.
type Pair struct{ AccessToken, RefreshToken string }

type users interface {
	Active(ctx context.Context, id string) (store.User, error)
}

type tokens interface {
	CreateAccessToken(ctx context.Context, subject string) (string, error)
	CreateRefreshToken(ctx context.Context, subject string) (string, error)
	ParseRefreshToken(ctx context.Context, token string) (*token.Claims, error)
}

type spent interface {
	Mark(ctx context.Context, id string) error
}

// Loose renews tokens, and lets the old one be.
type Loose struct {
	users  users
	tokens tokens
}

// NewLoose returns one.
func NewLoose(u users, t tokens) *Loose { return &Loose{u, t} }

// Refresh trades a refresh token for others.
func (s *Loose) Refresh(ctx context.Context, raw string) (*Pair, error) {
	claims, err := s.tokens.ParseRefreshToken(ctx, raw)
	if err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	user, err := s.users.Active(ctx, claims.Subject)
	if err != nil {
		return nil, err
	}
	access, err := s.tokens.CreateAccessToken(ctx, user.ID)
	if err != nil {
		return nil, err
	}
	refresh, err := s.tokens.CreateRefreshToken(ctx, user.ID) // want refresh-reuse "the one that was used stays valid"
	if err != nil {
		return nil, err
	}
	return &Pair{access, refresh}, nil
}

// RefreshForKeeping does so for a handler that keeps the new token.
func (s *Loose) RefreshForKeeping(ctx context.Context, raw string) (string, error) {
	claims, err := s.tokens.ParseRefreshToken(ctx, raw)
	if err != nil {
		return "", err
	}
	return s.tokens.CreateRefreshToken(ctx, claims.Subject)
}

// Strict marks the old token.
type Strict struct {
	Loose
	spent spent
}

// NewStrict returns one.
func NewStrict(u users, t tokens, s spent) *Strict { return &Strict{Loose{u, t}, s} }

// RefreshOnce trades a refresh token for others.
func (s *Strict) RefreshOnce(ctx context.Context, raw string) (string, error) {
	claims, err := s.tokens.ParseRefreshToken(ctx, raw)
	if err != nil {
		return "", err
	}
	if err := s.spent.Mark(ctx, claims.ID); err != nil {
		return "", err
	}
	return s.tokens.CreateRefreshToken(ctx, claims.Subject)
}

type verifier interface {
	VerifyRefresh(ctx context.Context, raw string) (*token.Claims, error)
	CreateRefreshToken(ctx context.Context, subject string) (string, error)
}

// Many has one of several verifiers, and one of those marks what it verifies.
type Many struct {
	users users
	by    []verifier
}

// NewMany returns one.
func NewMany(u users, a *store.Once, b *store.Often) *Many { return &Many{u, []verifier{a, b}} }

// RefreshBy trades a refresh token for others.
func (s *Many) RefreshBy(ctx context.Context, raw string, i int) (string, error) {
	claims, err := s.by[i].VerifyRefresh(ctx, raw)
	if err != nil {
		return "", err
	}
	return s.by[i].CreateRefreshToken(ctx, claims.Subject)
}

// mail is an interface that no package implements.
type mail interface {
	Tell(ctx context.Context, who string) error
}

// Told renews tokens, and tells somebody, who may do anything.
type Told struct {
	Loose
	mail mail
}

// RefreshAndTell trades a refresh token for others.
func (s *Told) RefreshAndTell(ctx context.Context, raw string) (string, error) {
	claims, err := s.tokens.ParseRefreshToken(ctx, raw)
	if err != nil {
		return "", err
	}
	if err := s.mail.Tell(ctx, claims.Subject); err != nil {
		return "", err
	}
	return s.tokens.CreateRefreshToken(ctx, claims.Subject)
}
