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
