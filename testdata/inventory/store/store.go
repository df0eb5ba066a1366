// Package store keeps revoked tokens.
package store

import (
	"context"
	"database/sql"
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/redis/go-redis/v9"
)

// List is a deny list.
type List struct {
	rdb *redis.Client
	db  *sql.DB
}

// Revoke keeps the entry as long as the token lives.
func (l *List) Revoke(ctx context.Context, claims *jwt.RegisteredClaims) error {
	left := time.Until(claims.ExpiresAt.Time)
	return l.rdb.Set(ctx, "revoked:"+claims.ID, 1, left).Err()
}

// IsRevoked asks the store.
func (l *List) IsRevoked(ctx context.Context, jti string) (bool, error) {
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result()
	return n > 0, err
}

func (l *List) insert(jti string) error {
	_, err := l.db.Exec("INSERT INTO revoked_tokens (jti) VALUES (?)", jti)
	return err
}

// What is kept of others is no entry.

func (l *List) theme(ctx context.Context, user string) error {
	return l.rdb.Set(ctx, "theme:"+user, "dark", 0).Err()
}

func (l *List) visits(user string) error {
	_, err := l.db.Exec("INSERT INTO visits (user) VALUES (?)", user)
	return err
}

// A token of a mail that is not accepted any more is no token that somebody logs in with.
func (l *List) verificationByHash(tokenHash string) error {
	return l.db.QueryRow("SELECT id FROM verification_tokens WHERE token_hash = ? AND revoked_at IS NULL",
		tokenHash).Scan(new(int))
}

// Account asks a cache who a token is for, which says nothing of the token.
func (l *List) Account(ctx context.Context, claims *jwt.RegisteredClaims) (string, error) {
	return l.rdb.Get(ctx, "account:"+claims.Subject).Result()
}

// Session asks for the session that a token belongs to.
func (l *List) Session(ctx context.Context, claims *jwt.RegisteredClaims) (string, error) {
	return l.rdb.Get(ctx, "session:"+claims.Subject+":"+claims.ID).Result()
}

// Renew retires the old token by another function.
func (l *List) Renew(ctx context.Context, claims *jwt.RegisteredClaims) error {
	return l.retire(ctx, claims)
}

func (l *List) retire(ctx context.Context, claims *jwt.RegisteredClaims) error {
	return l.rdb.Del(ctx, "refresh:"+claims.ID).Err()
}

// A copy of a token that is accepted is no list of those that are.
func (l *List) dropCached(ctx context.Context, claims *jwt.RegisteredClaims) error {
	return l.rdb.Del(ctx, "token:"+claims.ID).Err()
}

// Keep has a least time for tokens that are about to end.
func (l *List) Keep(ctx context.Context, jti string, left time.Duration) error {
	if left <= 0 {
		left = time.Second
	}
	return l.rdb.Set(ctx, "revoked:"+jti, 1, left).Err()
}

// The read of a helper is listed once, where the helper is called.

func current(r *http.Request) (*jwt.Token, error) {
	return jwt.Parse(header(r, "Authorization"), func(*jwt.Token) (any, error) { return []byte{}, nil })
}

func header(r *http.Request, name string) string { return r.Header.Get(name) }

func bearer(r *http.Request) string { return r.Header.Get("Authorization") }

func claims(r *http.Request) (*jwt.Token, error) {
	return jwt.Parse(bearer(r), func(*jwt.Token) (any, error) { return []byte{}, nil })
}

var _ = []any{current, claims}
