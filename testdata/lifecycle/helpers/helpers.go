// Package helpers asks a store, and puts tokens into it, by generic functions.
package helpers

import (
	"context"
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/redis/go-redis/v9"

	"example.com/testdata/lifecycle/helpers/cache"
)

type store struct{ rdb *redis.Client }

func set[T any](ctx context.Context, s *store, key string, value T, ttl time.Duration) error {
	return s.rdb.Set(ctx, key, value, ttl).Err()
}

func (s *store) keep(ctx context.Context, key string) error {
	return s.rdb.Set(ctx, key, 1, 0).Err()
}

var errRevoked = errors.New("token is revoked")

func revoke(ctx context.Context, s *store, c *jwt.RegisteredClaims) {
	set(ctx, s, "revoked:a:"+c.ID, true, 0)             // want revocation-ttl "kept forever"
	set[int](ctx, s, "revoked:b:"+c.ID, 1, 30)          // want revocation-ttl "no unit"
	s.keep(ctx, "blacklist:"+c.ID)                      // want revocation-ttl "kept forever"
	cache.Set(ctx, "revoked:c:"+c.ID, true, 0)          // want revocation-ttl "kept forever"
	cache.Set[string](ctx, "revoked:d:"+c.ID, "yes", 0) // want revocation-ttl "kept forever"
}

func check(ctx context.Context, c *jwt.RegisteredClaims) error {
	revoked, err := cache.Get[bool](ctx, "revoked:"+c.ID) // want revocation-open "lets the token pass"
	if err == nil && revoked {
		return errRevoked
	}
	return nil
}

func isBlacklisted(ctx context.Context, jti string) bool {
	v, err := cache.Get[string](ctx, "blacklist:"+jti) // want revocation-open "counts as not revoked"
	if err != nil {
		return false
	}
	return v != ""
}

// Near misses: as long as the token lives, another default, other things.

func revokeUntil(ctx context.Context, s *store, c *jwt.RegisteredClaims) {
	set(ctx, s, "revoked:"+c.ID, true, time.Until(c.ExpiresAt.Time))
	cache.Set(ctx, "revoked:"+c.ID, true, time.Until(c.ExpiresAt.Time))
	cache.Put(ctx, "revoked:"+c.ID, true, 0)
	cache.Set(ctx, "profile:"+c.Subject, "name", 0)
	s.keep(ctx, "tenant:"+c.Subject)
}

func checkClosed(ctx context.Context, c *jwt.RegisteredClaims) error {
	revoked, err := cache.Get[bool](ctx, "revoked:"+c.ID)
	if err != nil && !errors.Is(err, redis.Nil) {
		return err
	}
	if revoked {
		return errRevoked
	}
	return nil
}
