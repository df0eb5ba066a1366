// Package entdb keeps revoked tokens in a table of ent.
package entdb

import (
	"context"
	"errors"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/lifecycle/entdb/ent"
	"example.com/testdata/lifecycle/entdb/ent/revokedtoken"
)

var errRevoked = errors.New("revoked")

type checker struct {
	db  *ent.Client
	key []byte
}

func (c *checker) keyfunc(*jwt.Token) (any, error) { return c.key, nil }

func (c *checker) parse(raw string) (*jwt.RegisteredClaims, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &claims, c.keyfunc, jwt.WithValidMethods([]string{"HS256"}))
	return &claims, err
}

func (c *checker) open(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	claims, err := c.parse(raw)
	if err != nil {
		return nil, err
	}
	revoked, err := c.db.RevokedToken.Query().Where(revokedtoken.JtiEQ(claims.ID)).Exist(ctx) // want revocation-open "an error of the store lets the token pass"
	if err == nil && revoked {
		return nil, errRevoked
	}
	return claims, nil
}

func (c *checker) isRevoked(ctx context.Context, jti string) bool {
	n, err := c.db.RevokedToken.Query().Where(revokedtoken.JtiEQ(jti)).Count(ctx) // want revocation-open "counts as not revoked"
	return err == nil && n > 0
}

func (c *checker) early(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	var peeked jwt.RegisteredClaims
	if _, _, err := jwt.NewParser().ParseUnverified(raw, &peeked); err != nil {
		return nil, err
	}
	revoked, err := c.db.RevokedToken.Query().Where(revokedtoken.JtiEQ(peeked.ID)).Exist(ctx) // want revocation-order
	if err != nil || revoked {
		return nil, errRevoked
	}
	var claims jwt.RegisteredClaims
	_, err = jwt.ParseWithClaims(raw, &claims, c.keyfunc, jwt.WithValidMethods([]string{"HS256"}))
	return &claims, err
}

// Near misses.

func (c *checker) closed(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	claims, err := c.parse(raw)
	if err != nil {
		return nil, err
	}
	revoked, err := c.db.RevokedToken.Query().Where(revokedtoken.JtiEQ(claims.ID)).Exist(ctx)
	if err != nil || revoked {
		return nil, errRevoked
	}
	return claims, nil
}

func (c *checker) denies(ctx context.Context, jti string) (bool, error) {
	_, err := c.db.RevokedToken.Query().Where(revokedtoken.JtiEQ(jti)).Only(ctx)
	if ent.IsNotFound(err) {
		return false, nil
	}
	return err == nil, err
}

func (c *checker) late(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	var claims jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(raw, &claims, c.keyfunc, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		return nil, err
	}
	revoked, err := c.db.RevokedToken.Query().Where(revokedtoken.JtiEQ(claims.ID)).Exist(ctx)
	if err != nil || revoked {
		return nil, errRevoked
	}
	return &claims, nil
}
