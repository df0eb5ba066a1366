// Package emergency revokes all tokens that were issued before an instant, in the wrong unit and of
// tokens that do not say when that was.
package emergency

import (
	"context"
	"errors"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/redis/go-redis/v9"
)

var errRevoked = errors.New("the token is revoked")

// Revocations are kept in Redis.
type Revocations struct {
	rdb *redis.Client
	key []byte
}

// New returns revocations that are kept in Redis.
func New(rdb *redis.Client, key []byte) *Revocations { return &Revocations{rdb, key} }

func (r *Revocations) issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, &jwt.RegisteredClaims{
		Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(15 * time.Minute)),
	}).SignedString(r.key)
}

func (r *Revocations) keyfunc(*jwt.Token) (any, error) { return r.key, nil }

// revokeAll remembers the instant.
func (r *Revocations) revokeAll(ctx context.Context) error {
	return r.rdb.Set(ctx, "revoked_before", time.Now(), 0).Err()
}

// inMillis compares the seconds of iat with milliseconds: every token is too old, that of a new
// login as well.
func (r *Revocations) inMillis(ctx context.Context, raw string) error {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, r.keyfunc, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return err
	}
	before, err := r.rdb.Get(ctx, "revoked_before").Time()
	if err != nil {
		return err
	}
	if iat, ok := claims["iat"].(float64); ok && int64(iat) < before.UnixMilli() { // want stale-revocation
		return errRevoked
	}
	return nil
}

// undated reads iat of tokens that issue gives none: the first request panics.
func (r *Revocations) undated(ctx context.Context, raw string) error {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &claims, r.keyfunc, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return err
	}
	before, err := r.rdb.Get(ctx, "revoked_before").Time()
	if err != nil {
		return err
	}
	if claims.IssuedAt.Before(before) { // want stale-revocation
		return errRevoked
	}
	return nil
}
