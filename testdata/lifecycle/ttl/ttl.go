// Package ttl keeps revoked tokens for another time than they live.
package ttl

import (
	"context"
	"time"

	"github.com/bradfitz/gomemcache/memcache"
	"github.com/dgraph-io/ristretto"
	redis8 "github.com/go-redis/redis/v8"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gomodule/redigo/redis"
	"github.com/patrickmn/go-cache"
	redis9 "github.com/redis/go-redis/v9"
)

const life = 24 * time.Hour

type claims struct{ jwt.RegisteredClaims }

func issue(user string, key []byte) (string, error) {
	c := claims{jwt.RegisteredClaims{
		Subject:   user,
		IssuedAt:  jwt.NewNumericDate(time.Now()),
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(life)),
	}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

type stores struct {
	rdb   *redis9.Client
	old   redis8.Cmdable
	conn  redis.Conn
	cache *cache.Cache
	mc    *memcache.Client
	big   *ristretto.Cache[string, int]
}

func (s *stores) forever(ctx context.Context, c *claims) error {
	return s.rdb.Set(ctx, "blacklist:"+c.ID, 1, 0).Err() // want revocation-ttl "kept forever"
}

func (s *stores) revoke(ctx context.Context, token string) error {
	return s.old.Set(ctx, token, "revoked", 0).Err() // want revocation-ttl
}

func (s *stores) short(ctx context.Context, token string) error {
	return s.rdb.Set(ctx, "blacklist:"+token, 1, 15*time.Minute).Err() // want revocation-ttl "kept for 15m0s, but tokens live 24h0m0s"
}

func (s *stores) noUnit(ctx context.Context, jti string) error {
	return s.rdb.Set(ctx, "revoked:"+jti, 1, time.Duration(86400)).Err() // want revocation-ttl "has no unit"
}

func (s *stores) redigo(jti string) {
	s.conn.Do("SET", "revoked:"+jti, 1)          // want revocation-ttl
	s.conn.Do("SET", "denied:"+jti, 1, "EX", 60) // it says when it ends
}

func (s *stores) redigoShort(jti string) error {
	_, err := s.conn.Do("SETEX", "revoked:"+jti, 3600, 1) // want revocation-ttl "kept for 1h0m0s"
	return err
}

func (s *stores) inMemory(jti string) {
	s.cache.Set("revoked:"+jti, true, cache.NoExpiration) // want revocation-ttl
}

func (s *stores) large(jti string) {
	s.big.SetWithTTL("revoked:"+jti, 1, 1, 0) // want revocation-ttl
}

func (s *stores) memcached(token string) error {
	return s.mc.Set(&memcache.Item{Key: "revoked:" + token, Value: []byte("1")}) // want revocation-ttl
}

func (s *stores) member(ctx context.Context, jti string) error {
	return s.rdb.SAdd(ctx, "jwt:blacklist", jti).Err() // want revocation-ttl
}

// Each caller is judged by itself.
func (s *stores) keep(ctx context.Context, jti string, ttl time.Duration) error {
	return s.rdb.Set(ctx, "denylist:"+jti, 1, ttl).Err()
}

func (s *stores) logout(ctx context.Context, c *claims) {
	s.keep(ctx, c.ID, time.Until(c.ExpiresAt.Time))
	s.keep(ctx, c.ID, 0) // want revocation-ttl
	s.keep(ctx, c.ID, life)
}

// Near misses.

func (s *stores) good(ctx context.Context, c *claims) error {
	ttl := time.Until(c.ExpiresAt.Time)
	if ttl <= 0 {
		return nil
	}
	return s.rdb.Set(ctx, "blacklist:"+c.ID, 1, ttl).Err()
}

func (s *stores) long(ctx context.Context, token string) error {
	return s.rdb.Set(ctx, "blacklist:"+token, 1, 7*life).Err()
}

// A token without an end stays revoked.
func (s *stores) endless(ctx context.Context, c *claims) error {
	var ttl time.Duration
	if c.ExpiresAt != nil {
		ttl = time.Until(c.ExpiresAt.Time)
	}
	return s.rdb.Set(ctx, "blacklist:"+c.ID, 1, ttl).Err()
}

func (s *stores) later(ctx context.Context, c *claims) {
	s.rdb.Set(ctx, "blacklist:"+c.ID, 1, 0)
	s.rdb.Expire(ctx, "blacklist:"+c.ID, time.Until(c.ExpiresAt.Time))
}

func (s *stores) session(ctx context.Context, token, user string) error {
	return s.rdb.Set(ctx, "session:"+token, user, 0).Err()
}

func (s *stores) address(ctx context.Context, ip string) error {
	return s.rdb.Set(ctx, "blacklist:"+ip, 1, 0).Err()
}

func (s *stores) standard(jti string) {
	s.cache.Set("revoked:"+jti, true, cache.DefaultExpiration)
}

func (s *stores) memcachedLater(token string, seconds int32) error {
	item := &memcache.Item{Key: "revoked:" + token, Value: []byte("1")}
	item.Expiration = seconds
	return s.mc.Set(item)
}
