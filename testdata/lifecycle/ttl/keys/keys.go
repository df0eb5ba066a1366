// Package keys revokes keys of an API, which have no end.
package keys

import (
	"context"

	"github.com/redis/go-redis/v9"
)

type store struct{ rdb *redis.Client }

func (s *store) RevokeToken(ctx context.Context, token string) error {
	return s.rdb.Set(ctx, "revoked:"+token, 1, 0).Err()
}

func (s *store) RevokeAccess(ctx context.Context, accessToken string) error {
	return s.rdb.Set(ctx, "revoked:"+accessToken, 1, 0).Err() // want revocation-ttl
}

func (s *store) add(ctx context.Context, jti string) error {
	return s.rdb.SAdd(ctx, "blacklist", jti).Err() // clean takes it out
}

func (s *store) clean(ctx context.Context, jti string) error {
	return s.rdb.SRem(ctx, "blacklist", jti).Err()
}
