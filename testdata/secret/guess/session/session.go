// Package session starts sessions.
package session

import (
	"context"
	"errors"

	"example.com/testdata/secret/guess/maker"
)

type store interface {
	Keep(ctx context.Context, access, visit, user string) error
}

// Service keeps sessions.
type Service struct{ Store store }

// Start starts one.
func (s *Service) Start(ctx context.Context, user string) (accessToken string, visitToken string, err error) {
	accessToken = maker.GenerateToken()
	visitToken = maker.GenerateToken()
	if err = s.Store.Keep(ctx, accessToken, visitToken, user); err != nil {
		return "", "", err
	}
	return accessToken, visitToken, err
}

// Sign signs for a few, and starts a session for the others.
func (s *Service) Sign(user string) (string, error) {
	if user == "" {
		return "", errors.New("nobody")
	}
	return s.sign(user), nil
}

func (s *Service) sign(user string) string { return user + "." }
