// Package denylist keeps a list of revoked tokens in Redis that does not hold when it matters.
package denylist

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/redis/go-redis/v9"
)

var errRevoked = errors.New("the token is revoked")

// List is the list.
type List struct {
	rdb *redis.Client
	key []byte
}

// New returns a list that is kept in Redis.
func New(rdb *redis.Client, key []byte) *List { return &List{rdb, key} }

func (l *List) issue(user, id string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		ID: id, Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}).SignedString(l.key)
}

// forever never takes an entry out again: the list grows until Redis has no memory left.
func (l *List) forever(ctx context.Context, claims *jwt.RegisteredClaims) error {
	return l.rdb.Set(ctx, "revoked:"+claims.ID, "revoked", 0).Err() // want revocation-ttl "kept forever"
}

// short forgets the entry before the token is expired: it works again.
func (l *List) short(ctx context.Context, claims *jwt.RegisteredClaims) error {
	return l.rdb.SetEx(ctx, "revoked:"+claims.ID, "revoked", 5*time.Minute).Err() // want revocation-ttl "kept for 5m0s"
}

// unverified asks the list about a token that nobody has verified yet.
func (l *List) unverified(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	var claims jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &claims); err != nil {
		return nil, err
	}
	n, err := l.rdb.Exists(ctx, "revoked:"+claims.ID).Result() // want revocation-order
	if err != nil {
		return nil, err
	}
	if n > 0 {
		return nil, errRevoked
	}
	_, err = jwt.ParseWithClaims(raw, &claims, func(*jwt.Token) (any, error) { return l.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return &claims, err
}

// open takes no answer for a good one: the revoked token works again while Redis restarts.
func (l *List) open(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	var claims jwt.RegisteredClaims
	if err := l.verify(raw, &claims); err != nil {
		return nil, err
	}
	n, err := l.rdb.Exists(ctx, "revoked:"+claims.ID).Result() // want revocation-open
	if err != nil {
		slog.Error("asking for revoked tokens", "err", err)
	} else if n > 0 {
		return nil, errRevoked
	}
	return &claims, nil
}

func (l *List) verify(raw string, claims *jwt.RegisteredClaims) error {
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return l.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return err
}
