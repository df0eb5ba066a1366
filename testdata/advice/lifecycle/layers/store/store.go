// Package store has the database.
package store

import (
	"context"

	"gorm.io/gorm"

	"example.com/testdata/advice/lifecycle/layers/token"
)

// User is a row.
type User struct{ ID string }

// Users asks for them.
type Users struct{ db *gorm.DB }

// New returns the users of a database.
func New(db *gorm.DB) *Users { return &Users{db} }

// Active returns a user who may log in.
func (u *Users) Active(ctx context.Context, id string) (out User, err error) {
	err = u.db.WithContext(ctx).Where("id = ? AND active", id).First(&out).Error
	return out, err
}

// Spent has the refresh tokens that were used.
type Spent struct{ db *gorm.DB }

// NewSpent returns those of a database.
func NewSpent(db *gorm.DB) *Spent { return &Spent{db} }

// Mark notes that one was used: the second time fails.
func (s *Spent) Mark(ctx context.Context, id string) error {
	return s.db.WithContext(ctx).Create(&User{ID: id}).Error
}

// Once verifies tokens that are used once.
type Once struct {
	*token.Tokens
	db *gorm.DB
}

// VerifyRefresh verifies a token and marks it.
func (o *Once) VerifyRefresh(ctx context.Context, raw string) (*token.Claims, error) {
	c, err := o.ParseRefreshToken(ctx, raw)
	if err != nil {
		return nil, err
	}
	return c, o.db.Create(&User{ID: c.ID}).Error
}

// Often verifies tokens that are used again.
type Often struct{ *token.Tokens }

// VerifyRefresh verifies a token.
func (o *Often) VerifyRefresh(ctx context.Context, raw string) (*token.Claims, error) {
	return o.ParseRefreshToken(ctx, raw)
}

// Parsers returns one of each.
func Parsers(t *token.Tokens, db *gorm.DB) (*Once, *Often) { return &Once{t, db}, &Often{t} }
