// Package order asks a deny list for claims that nobody has verified.
package order

import (
	"context"
	"errors"

	"github.com/golang-jwt/jwt/v5"
	"github.com/redis/go-redis/v9"
)

var errRevoked = errors.New("revoked")

type checker struct {
	rdb *redis.Client
	key []byte
}

func (c *checker) keyfunc(*jwt.Token) (any, error) { return c.key, nil }

func (c *checker) early(ctx context.Context, header string) (*jwt.RegisteredClaims, error) {
	raw := header[len("Bearer "):]
	var peeked jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &peeked); err != nil {
		return nil, err
	}
	n, err := c.rdb.Exists(ctx, "revoked:"+peeked.ID).Result() // want revocation-order
	if err != nil || n > 0 {
		return nil, errRevoked
	}
	var claims jwt.RegisteredClaims
	_, err = jwt.ParseWithClaims(raw, &claims, c.keyfunc, jwt.WithValidMethods([]string{"HS256"}))
	return &claims, err
}

// It verifies the token itself: no caller has done so.
func (c *checker) itself(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	var claims jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &claims); err != nil {
		return nil, err
	}
	n, err := c.rdb.Exists(ctx, "revoked:"+claims.ID).Result() // want revocation-order
	if err != nil || n > 0 {
		return nil, errRevoked
	}
	_, err = jwt.ParseWithClaims(raw, &claims, c.keyfunc, jwt.WithValidMethods([]string{"HS256"}))
	return &claims, err
}

// Near misses: the claims are verified, or the token itself is asked for.

func (c *checker) late(ctx context.Context, header string) (*jwt.RegisteredClaims, error) {
	raw := header[len("Bearer "):]
	var claims jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(raw, &claims, c.keyfunc, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		return nil, err
	}
	n, err := c.rdb.Exists(ctx, "revoked:"+claims.ID).Result()
	if err != nil || n > 0 {
		return nil, errRevoked
	}
	return &claims, nil
}

func (c *checker) token(ctx context.Context, header string) (*jwt.RegisteredClaims, error) {
	raw := header[len("Bearer "):]
	n, err := c.rdb.Exists(ctx, "revoked:"+raw).Result()
	if err != nil || n > 0 {
		return nil, errRevoked
	}
	var claims jwt.RegisteredClaims
	_, err = jwt.ParseWithClaims(raw, &claims, c.keyfunc, jwt.WithValidMethods([]string{"HS256"}))
	return &claims, err
}

// The caller has verified it, or a call here has.
func (c *checker) again(ctx context.Context, raw string) error {
	var claims jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &claims); err != nil {
		return err
	}
	n, err := c.rdb.Exists(ctx, "revoked:"+claims.ID).Result()
	if err != nil || n > 0 {
		return errRevoked
	}
	return nil
}

func (c *checker) both(ctx context.Context, header string) error {
	raw := header[len("Bearer "):]
	if _, err := c.late(ctx, raw); err != nil {
		return err
	}
	var claims jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &claims); err != nil {
		return err
	}
	n, err := c.rdb.Exists(ctx, "revoked:"+claims.ID).Result()
	if err != nil || n > 0 {
		return errRevoked
	}
	return nil
}
