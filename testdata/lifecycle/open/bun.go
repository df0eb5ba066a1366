package open

import (
	"context"
	"database/sql"
	"errors"

	"github.com/uptrace/bun"
)

type bunStore struct{ db *bun.DB }

func (s *bunStore) isRevoked(ctx context.Context, jti string) bool {
	found, err := s.db.NewSelect().Model((*RevokedToken)(nil)).Where("jti = ?", jti).Exists(ctx) // want revocation-open
	return err == nil && found
}

func (s *bunStore) verify(ctx context.Context, raw string, key []byte) (*claims, error) {
	n, err := s.db.NewSelect().Table("revoked_tokens").Where("token = ?", raw).Count(ctx) // want revocation-open
	if err == nil && n > 0 {
		return nil, errRevoked
	}
	return parse(raw, key)
}

// Near misses.

func (s *bunStore) verifyClosed(ctx context.Context, raw string, key []byte) (*claims, error) {
	n, err := s.db.NewSelect().Table("revoked_tokens").Where("token = ?", raw).Count(ctx)
	if err != nil || n > 0 {
		return nil, errRevoked
	}
	return parse(raw, key)
}

func (s *bunStore) isRevokedOrError(ctx context.Context, jti string) (bool, error) {
	var entry RevokedToken
	err := s.db.NewSelect().Model(&entry).Where("jti = ?", jti).Scan(ctx)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return true, err
}
