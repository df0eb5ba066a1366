package ttl

import (
	"sync"
	"time"
)

var (
	mu        sync.Mutex
	blacklist = map[string]bool{}
	revoked   sync.Map
	cleaned   = map[string]time.Time{}
	sessions  = map[string]string{}
)

func blacklistToken(token string) {
	mu.Lock()
	defer mu.Unlock()
	blacklist[token] = true // want revocation-ttl "never taken out"
}

func isBlacklisted(token string) bool {
	mu.Lock()
	defer mu.Unlock()
	return blacklist[token]
}

func revoke(c *claims) {
	revoked.Store(c.ID, true) // want revocation-ttl
}

func isRevoked(jti string) bool {
	_, ok := revoked.Load(jti)
	return ok
}

// Near misses.

func revokeCleaned(token string, end time.Time) {
	cleaned[token] = end
	for t, end := range cleaned {
		if time.Now().After(end) {
			delete(cleaned, t)
		}
	}
}

func open(token, user string) { sessions[token] = user }

type list struct {
	denied map[string]time.Time
	all    sync.Map
}

func (l *list) deny(jti string, end time.Time) { l.denied[jti] = end }

func (l *list) clean() {
	for jti, end := range l.denied {
		if time.Now().After(end) {
			delete(l.denied, jti)
		}
	}
}

func (l *list) revoke(jti string) {
	l.all.Store(jti, time.Now())
}

func (l *list) sweep() {
	l.all.Range(func(k, _ any) bool { l.all.Delete(k); return true })
}

// TokenBlacklist says by its name what its fields are.
type TokenBlacklist struct {
	mu     sync.RWMutex
	tokens map[string]time.Time
	names  map[string]string
}

func (b *TokenBlacklist) Add(jti string, end time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tokens[jti] = end // want revocation-ttl "never taken out"
}

func (b *TokenBlacklist) Name(user, name string) { b.names[user] = name }

// TokenCache keeps what is good.
type TokenCache struct{ tokens map[string]string }

func (c *TokenCache) Add(token, user string) { c.tokens[token] = user }
