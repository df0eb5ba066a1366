// Package lists keeps a list in memory, or behind a cache of the program's own.
package lists

import (
	"context"
	"sync"
	"time"
)

type memory struct {
	mu      sync.RWMutex
	revoked map[string]time.Time
	all     sync.Map
}

func (m *memory) IsRevoked(jti string) bool {
	m.mu.RLock()
	defer m.mu.RUnlock()
	end, ok := m.revoked[jti]
	return ok && time.Now().Before(end)
}

func (m *memory) IsBlacklisted(token string) bool {
	_, ok := m.all.Load(token)
	return ok
}

// Cache is implemented elsewhere.
type Cache interface {
	Get(ctx context.Context, key string) (string, error)
	Exists(ctx context.Context, key string) (bool, error)
}

type list struct {
	cache  Cache
	prefix string
}

const prefix = "jwt:blacklist:"

func key(token string) string { return prefix + token }

func (l *list) IsBlacklisted(ctx context.Context, token string) bool {
	_, err := l.cache.Get(ctx, key(token)) // want revocation-open
	return err == nil
}

func (l *list) IsRevoked(ctx context.Context, jti string) bool {
	revoked, err := l.cache.Exists(ctx, key(jti)) // want revocation-open
	return err == nil && revoked
}

// Near misses.

func (l *list) closed(ctx context.Context, jti string) (bool, error) {
	return l.cache.Exists(ctx, key(jti))
}

func (l *list) cautious(ctx context.Context, jti string) bool {
	revoked, err := l.cache.Exists(ctx, key(jti))
	return err != nil || revoked
}
