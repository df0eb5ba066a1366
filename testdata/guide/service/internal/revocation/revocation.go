// Package revocation takes back tokens before they expire. What it keeps of them in Redis ends by
// itself, when they do.
package revocation

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/testdata/guide/service/internal/tokens"
)

// Errors of this package.
var (
	ErrRevoked     = errors.New("the token is revoked")
	ErrUnavailable = errors.New("the list of revoked tokens cannot be asked")
)

// List is the list of the tokens that are not accepted any more.
type List struct{ rdb redis.Cmdable }

// New returns the list that is kept in a Redis.
func New(rdb redis.Cmdable) *List { return &List{rdb} }

// Revoke takes back a token, for as long as it would have lived. The error is ErrRevoked where that
// was done before: of two requests that do so at the same time, one gets it.
func (l *List) Revoke(ctx context.Context, claims *tokens.Claims) error {
	left := time.Until(claims.ExpiresAt.Time)
	if left <= 0 {
		return nil
	}
	first, err := l.rdb.SetNX(ctx, "revoked:"+claims.ID, "1", left).Result()
	if err != nil {
		return unavailable(err)
	}
	if !first {
		return ErrRevoked
	}
	return nil
}

// Check returns an error for the claims of a verified token that has been taken back, alone or with
// others. While Redis cannot be asked, no token is accepted.
func (l *List) Check(ctx context.Context, claims *tokens.Claims) error {
	n, err := l.rdb.Exists(ctx, "revoked:"+claims.ID).Result()
	if err != nil {
		return unavailable(err)
	}
	if n > 0 {
		return ErrRevoked
	}
	return l.CheckIssued(ctx, claims)
}

const ofAll = "revoked-before"

func ofUser(name string) string { return ofAll + ":" + name }

// CheckIssued returns an error for tokens that were issued before all of them, or all of their
// user, were taken back. A token says in which second it was issued: all of that counts as before.
func (l *List) CheckIssued(ctx context.Context, claims *tokens.Claims) error {
	everybody, err := l.revokedBefore(ctx, ofAll)
	if err != nil {
		return err
	}
	user, err := l.revokedBefore(ctx, ofUser(claims.Subject))
	if err != nil {
		return err
	}
	if !claims.IssuedAt.After(everybody) || !claims.IssuedAt.After(user) {
		return ErrRevoked
	}
	return nil
}

// revokedBefore returns an instant that was remembered, the zero time for none.
func (l *List) revokedBefore(ctx context.Context, key string) (time.Time, error) {
	before, err := l.rdb.Get(ctx, key).Time()
	if errors.Is(err, redis.Nil) {
		return time.Time{}, nil
	}
	if err != nil {
		return time.Time{}, unavailable(err)
	}
	return before, nil
}

// RevokeAll takes back every token that has been issued: a key may have leaked.
func (l *List) RevokeAll(ctx context.Context) error { return l.revokeBefore(ctx, ofAll) }

// RevokeUser takes back every token that has been issued to a user.
func (l *List) RevokeUser(ctx context.Context, name string) error {
	return l.revokeBefore(ctx, ofUser(name))
}

// revokeBefore remembers the instant until the last token from before it has expired.
func (l *List) revokeBefore(ctx context.Context, key string) error {
	if err := l.rdb.Set(ctx, key, time.Now(), tokens.RefreshLife).Err(); err != nil {
		return unavailable(err)
	}
	return nil
}

func unavailable(err error) error { return fmt.Errorf("%w: %w", ErrUnavailable, err) }
