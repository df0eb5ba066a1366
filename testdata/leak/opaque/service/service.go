// Package service keeps the tokens of mail links.
package service

import (
	"context"
	"time"

	"example.com/testdata/leak/opaque/tokens"
)

// Accounts knows who has asked for a new password.
type Accounts interface {
	NewResetToken(ctx context.Context, id int64) (string, time.Time, error)
	KeepResetToken(ctx context.Context, id int64, token string) error
}

type accounts struct{ kept map[int64]string }

// New returns an empty one.
func New() Accounts { return &accounts{map[int64]string{}} }

func (a *accounts) NewResetToken(ctx context.Context, id int64) (string, time.Time, error) {
	token, err := tokens.GenerateToken()
	if err != nil {
		return "", time.Time{}, err
	}
	return token, time.Now().Add(time.Hour), nil
}

func (a *accounts) KeepResetToken(ctx context.Context, id int64, token string) error {
	a.kept[id] = token
	return nil
}
