package open

import (
	"context"
	"database/sql"

	"github.com/jackc/pgx/v5"
	redis9 "github.com/redis/go-redis/v9"
)

// Interfaces of the program that have the methods of a library as they are.

type dbtx interface {
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

type redisLike interface {
	Exists(ctx context.Context, keys ...string) *redis9.IntCmd
}

type mirrors struct {
	db    dbtx
	old   querier
	cache redisLike
}

func (r *mirrors) IsRevoked(ctx context.Context, jti string) bool {
	var n int
	err := r.db.QueryRow(ctx, "SELECT COUNT(*) FROM revoked_tokens WHERE jti = $1", jti).Scan(&n) // want revocation-open
	if err != nil {
		return false
	}
	return n > 0
}

func (r *mirrors) IsRevokedThere(ctx context.Context, jti string) bool {
	var n int
	err := r.old.QueryRowContext(ctx, "SELECT COUNT(*) FROM revoked_tokens WHERE jti = $1", jti).Scan(&n) // want revocation-open
	return err == nil && n > 0
}

func (r *mirrors) IsDenied(ctx context.Context, jti string) bool {
	n, err := r.cache.Exists(ctx, "denied_jti:"+jti).Result() // want revocation-open
	return err == nil && n > 0
}

// Near misses: the failure is an answer of its own.
func (r *mirrors) Revoked(ctx context.Context, jti string) (bool, error) {
	var n int
	err := r.db.QueryRow(ctx, "SELECT COUNT(*) FROM revoked_tokens WHERE jti = $1", jti).Scan(&n)
	return n > 0, err
}
