// Package accounts has functions that a team lists as sensitive:
// -jwtlifecycle.sensitive-functions=accounts.Delete,Store.Export.
package accounts

import "context"

// Delete is one of them.
func Delete(ctx context.Context, user string) error { return ctx.Err() }

// Show is none.
func Show(ctx context.Context, user string) (string, error) { return user, ctx.Err() }

// Store keeps accounts.
type Store struct{}

// Export is one of them.
func (*Store) Export(ctx context.Context, user string) ([]byte, error) { return nil, ctx.Err() }

// Service stands between.
type Service struct{ store *Store }

// Remove runs one for others.
func (s *Service) Remove(ctx context.Context, user string) error { return Delete(ctx, user) }
