package open

import (
	"context"
	"errors"
)

var errEnded = errors.New("session has ended")

type session struct{ User string }

type sessionStore interface {
	Get(id string) (*session, bool)
}

type userStore interface {
	Get(id string) (*session, bool)
}

type service struct {
	denied interface {
		IsRevoked(ctx context.Context, jti string) (bool, error)
	}
	sessions sessionStore
	users    userStore
}

// Whoever ends a session has it deleted: the token of none is refused while the list fails.
func (s *service) validate(ctx context.Context, c *claims, sessionID string) (*session, error) {
	revoked, _ := s.denied.IsRevoked(ctx, c.ID)
	if revoked {
		return nil, errRevoked
	}
	found, ok := s.sessions.Get(sessionID)
	if !ok {
		return nil, errEnded
	}
	return found, nil
}

// The user is there all the same.
func (s *service) user(ctx context.Context, c *claims) (*session, error) {
	revoked, _ := s.denied.IsRevoked(ctx, c.ID) // want revocation-open
	if revoked {
		return nil, errRevoked
	}
	found, ok := s.users.Get(c.User)
	if !ok {
		return nil, errEnded
	}
	return found, nil
}
