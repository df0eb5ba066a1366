// Package security writes down what has to do with attacks, counts it for the monitoring, and stops
// those who guess passwords. It never gets a token or a password to see.
package security

import (
	"context"
	"expvar"
	"log/slog"
)

// events counts what happens, by its kind: an alarm is set on a number that grows, for example on
// the first refresh token that is used twice.
var events = expvar.NewMap("security_events")

// Log is the security log.
type Log struct{ out *slog.Logger }

// NewLog returns a log that is written to a logger.
func NewLog(out *slog.Logger) *Log { return &Log{out} }

// LoginFailed says that a password was wrong.
func (l *Log) LoginFailed(ctx context.Context, user, from string) {
	l.event(ctx, "login_failed", "user", user, "from", from)
}

// LoginBlocked says that somebody has tried too often.
func (l *Log) LoginBlocked(ctx context.Context, user, from string, failures int64) {
	l.event(ctx, "login_blocked", "user", user, "from", from, "failures", failures)
}

// TokenRefused says why a token was not accepted.
func (l *Log) TokenRefused(ctx context.Context, from string, err error) {
	l.event(ctx, "token_refused", "from", from, "err", err)
}

// RefreshReused says that a refresh token was used twice: somebody has a copy.
func (l *Log) RefreshReused(ctx context.Context, user, id, from string) {
	l.event(ctx, "refresh_reused", "user", user, "id", id, "from", from)
}

// ConfirmationRefused says that an account was not deleted.
func (l *Log) ConfirmationRefused(ctx context.Context, user, action, from string) {
	l.event(ctx, "confirmation_refused", "user", user, "action", action, "from", from)
}

// Failed says that a request could not be answered.
func (l *Log) Failed(ctx context.Context, err error) { l.event(ctx, "failed", "err", err) }

// Revoked says that tokens were taken back, and of whom.
func (l *Log) Revoked(ctx context.Context, whose string) {
	l.event(ctx, "tokens_revoked", "of", whose)
}

func (l *Log) event(ctx context.Context, kind string, details ...any) {
	events.Add(kind, 1)
	l.out.WarnContext(ctx, "security event", append([]any{"event", kind}, details...)...)
}
