package ttl

import (
	"context"
	"time"

	"github.com/redis/rueidis"
)

type built struct{ client rueidis.Client }

func (s *built) forever(ctx context.Context, jti string) error {
	return s.client.Do(ctx, s.client.B().Set().Key("revoked:"+jti).Value("1").Build()).Error() // want revocation-ttl "kept forever"
}

func (s *built) foreverOnce(ctx context.Context, c *claims) error {
	cmd := s.client.B().Set().Key("revoked:" + c.ID).Value("1").Nx().Build() // want revocation-ttl "kept forever"
	return s.client.Do(ctx, cmd).Error()
}

func (s *built) short(ctx context.Context, token string) error {
	cmd := s.client.B().Set().Key("blacklist:" + token).Value("1").Ex(15 * time.Minute).Build() // want revocation-ttl "kept for 15m0s, but tokens live 24h0m0s"
	return s.client.Do(ctx, cmd).Error()
}

func (s *built) shortSeconds(ctx context.Context, token string) error {
	return s.client.Do(ctx, s.client.B().Setex().Key("blacklist:"+token).Seconds(900).Value("1").Build()).Error() // want revocation-ttl "kept for 15m0s"
}

func (s *built) shortMillis(ctx context.Context, token string) error {
	return s.client.Do(ctx, s.client.B().Set().Key("blacklist:"+token).Value("1").PxMilliseconds(900_000).Build()).Error() // want revocation-ttl "kept for 15m0s"
}

func (s *built) set(ctx context.Context, jti string) error {
	return s.client.Do(ctx, s.client.B().Sadd().Key("jwt:blacklist").Member(jti).Build()).Error() // want revocation-ttl "kept forever"
}

// Near misses.

func (s *built) good(ctx context.Context, c *claims) error {
	ttl := time.Until(c.ExpiresAt.Time)
	return s.client.Do(ctx, s.client.B().Set().Key("revoked:"+c.ID).Value("1").Ex(ttl).Build()).Error()
}

func (s *built) goodSeconds(ctx context.Context, c *claims) error {
	left := int64(time.Until(c.ExpiresAt.Time).Seconds()) + 1
	return s.client.Do(ctx, s.client.B().Setex().Key("revoked:"+c.ID).Seconds(left).Value("1").Build()).Error()
}

func (s *built) at(ctx context.Context, c *claims) error {
	return s.client.Do(ctx, s.client.B().Set().Key("revoked:"+c.ID).Value("1").Exat(c.ExpiresAt.Time).Build()).Error()
}

func (s *built) later(ctx context.Context, c *claims) {
	s.client.DoMulti(ctx,
		s.client.B().Set().Key("revoked:"+c.ID).Value("1").Build(),
		s.client.B().Expire().Key("revoked:"+c.ID).Seconds(86400).Build())
}

func (s *built) parts(ctx context.Context, c *claims, keep bool) error {
	cmd := s.client.B().Set().Key("revoked:" + c.ID).Value("1")
	if keep {
		return s.client.Do(ctx, cmd.Build()).Error()
	}
	return s.client.Do(ctx, cmd.Ex(time.Until(c.ExpiresAt.Time)).Build()).Error()
}

func (s *built) session(ctx context.Context, user, token string) error {
	return s.client.Do(ctx, s.client.B().Set().Key("session:"+user).Value(token).Build()).Error()
}
