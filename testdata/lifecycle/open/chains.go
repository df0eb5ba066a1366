package open

import (
	"context"

	"github.com/redis/rueidis"
)

// Members is implemented elsewhere, or generated.
type Members interface {
	Contains(ctx context.Context, key string) (bool, error)
	Where(key string) Query
}

type Query interface {
	Exist(ctx context.Context) (bool, error)
}

type chains struct {
	client   rueidis.Client
	denylist Members
	sessions Members
}

func (s *chains) rueidis(ctx context.Context, raw string, key []byte) (*claims, error) {
	revoked, err := s.client.Do(ctx, s.client.B().Exists().Key("revoked:"+raw).Build()).AsBool() // want revocation-open
	if err == nil && revoked {
		return nil, errRevoked
	}
	return parse(raw, key)
}

func (s *chains) rueidisGet(ctx context.Context, jti string) bool {
	_, err := s.client.Do(ctx, s.client.B().Get().Key("revoked:"+jti).Build()).ToString() // want revocation-open
	return err == nil
}

func (s *chains) isDenied(ctx context.Context, jti string) bool {
	denied, err := s.denylist.Contains(ctx, jti) // want revocation-open
	return err == nil && denied
}

func (s *chains) query(ctx context.Context, raw string, key []byte) (*claims, error) {
	denied, err := s.denylist.Where(raw).Exist(ctx) // want revocation-open
	if err == nil && denied {
		return nil, errRevoked
	}
	return parse(raw, key)
}

// Near misses.

func (s *chains) closed(ctx context.Context, jti string) (bool, error) {
	_, err := s.client.Do(ctx, s.client.B().Get().Key("revoked:"+jti).Build()).ToString()
	if rueidis.IsRedisNil(err) {
		return false, nil
	}
	return err == nil, err
}

func (s *chains) hasSession(ctx context.Context, jti string) bool {
	ok, err := s.sessions.Contains(ctx, jti)
	return err == nil && ok
}

func (s *chains) cautious(ctx context.Context, jti string) bool {
	denied, err := s.denylist.Contains(ctx, jti)
	return err != nil || denied
}
