// Package open asks lists of revoked tokens, and lets tokens pass while the store fails.
package open

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log"

	redis8 "github.com/go-redis/redis/v8"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gomodule/redigo/redis"
	redis9 "github.com/redis/go-redis/v9"
)

var errRevoked = errors.New("revoked")

type claims struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

func parse(raw string, key []byte) (*claims, error) {
	var c claims
	_, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return &c, err
}

type list struct {
	rdb  *redis9.Client
	any  redis9.Cmdable
	old  *redis8.Client
	pool *redis.Pool
}

// The error says both that nothing is kept and that Redis is down.
func (l *list) IsRevoked(ctx context.Context, jti string) bool {
	_, err := l.rdb.Get(ctx, "revoked:"+jti).Result() // want revocation-open "counts as not revoked"
	return err == nil
}

func (l *list) IsDenied(ctx context.Context, token string) bool {
	n, err := l.old.Exists(ctx, "denylist:"+token).Result() // want revocation-open
	if err != nil {
		log.Print(err)
		return false
	}
	return n > 0
}

func (l *list) isBlacklisted(ctx context.Context, jti string) bool {
	return l.any.SIsMember(ctx, "blacklist", jti).Val() // want revocation-open
}

// The polarity of a bool without a telling name is that of its caller.
func (l *list) known(ctx context.Context, token string) bool {
	cmd := l.rdb.Exists(ctx, token) // want revocation-open
	return cmd.Val() == 1
}

func (l *list) check(ctx context.Context, raw string, key []byte) (*claims, error) {
	if l.known(ctx, raw) {
		return nil, errRevoked
	}
	return parse(raw, key)
}

func (l *list) verify(ctx context.Context, raw string, key []byte) (*claims, error) {
	c, err := parse(raw, key)
	if err != nil {
		return nil, err
	}
	val, err := l.rdb.Get(ctx, fmt.Sprintf("blacklist:%s", c.ID)).Result() // want revocation-open "lets the token pass"
	if err == nil && val == "1" {
		return nil, errRevoked
	}
	return c, nil
}

func (l *list) redigo(raw string, key []byte) (*claims, error) {
	conn := l.pool.Get()
	defer conn.Close()
	revoked, err := redis.Bool(conn.Do("EXISTS", "revoked:"+raw)) // want revocation-open
	if err != nil {
		log.Printf("revoked tokens: %v", err)
	} else if revoked {
		return nil, errRevoked
	}
	return parse(raw, key)
}

// Near misses: the error of the store is one.

func (l *list) closed(ctx context.Context, jti string) (bool, error) {
	_, err := l.rdb.Get(ctx, "revoked:"+jti).Result()
	if errors.Is(err, redis9.Nil) {
		return false, nil
	}
	return err == nil, err
}

func (l *list) closedToo(ctx context.Context, jti string) (bool, error) {
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result()
	return n > 0, err
}

func (l *list) cautious(ctx context.Context, jti string) bool {
	_, err := l.old.Get(ctx, "revoked:"+jti).Result()
	return err != redis8.Nil
}

func (l *list) closedVerify(ctx context.Context, raw string, key []byte) (*claims, error) {
	c, err := parse(raw, key)
	if err != nil {
		return nil, err
	}
	revoked, err := l.closed(ctx, c.ID)
	if err != nil {
		return nil, fmt.Errorf("revoked tokens: %w", err)
	}
	if revoked {
		return nil, errRevoked
	}
	return c, nil
}

func (l *list) closedRedigo(raw string) (bool, error) {
	conn := l.pool.Get()
	defer conn.Close()
	_, err := redis.String(conn.Do("GET", "revoked:"+raw))
	if err == redis.ErrNil {
		return false, nil
	}
	return true, err
}

// Near miss: a second store is asked where the first fails.
func (l *list) twice(ctx context.Context, raw string, key []byte) (*claims, error) {
	if n, err := l.rdb.Exists(ctx, "revoked:"+raw).Result(); err == nil && n > 0 {
		return nil, errRevoked
	}
	n, err := l.old.Exists(ctx, "revoked:"+raw).Result()
	if err != nil || n > 0 {
		return nil, errRevoked
	}
	return parse(raw, key)
}

// Near miss: what to do is a setting.
func (l *list) configured(ctx context.Context, raw string, key []byte, lenient bool) (*claims, error) {
	n, err := l.rdb.Exists(ctx, "revoked:"+raw).Result()
	if err != nil && !lenient {
		return nil, err
	}
	if n > 0 {
		return nil, errRevoked
	}
	return parse(raw, key)
}

// Near miss: a list of the tokens that are accepted is closed while it fails.
func (l *list) session(ctx context.Context, raw string, key []byte) (*claims, error) {
	if n, err := l.rdb.Exists(ctx, "session:"+raw).Result(); err != nil || n == 0 {
		return nil, errRevoked
	}
	return parse(raw, key)
}

func (l *list) hasSession(ctx context.Context, token string) bool {
	n, err := l.rdb.Exists(ctx, "session:"+token).Result()
	return err == nil && n > 0
}

// Near miss: a cache of claims that were verified.
func (l *list) cached(ctx context.Context, raw string, key []byte) (*claims, error) {
	sum := sha256.Sum256([]byte(raw))
	if user, err := l.rdb.Get(ctx, "claims:"+hex.EncodeToString(sum[:])).Result(); err == nil {
		return &claims{User: user}, nil
	}
	return parse(raw, key)
}

// Near miss: no tokens.
func (l *list) blockedAddress(ctx context.Context, ip string) bool {
	n, err := l.rdb.Exists(ctx, "blacklist:"+ip).Result()
	return err == nil && n > 0
}

// Near miss: what is kept for a while is no list of tokens that are refused.
func (l *list) resent(ctx context.Context, mailToken string) error {
	if n, err := l.rdb.Exists(ctx, "sent:"+mailToken).Result(); err == nil && n > 0 {
		return errors.New("wait a minute")
	}
	return nil
}
