// Package kept has lists of tokens in tables and in memory, and what becomes of them.
package kept

import (
	"database/sql"
	"sync"
	"time"

	"gorm.io/gorm"
)

// RevokedToken is a row of a deny list, RefreshToken one of those that are accepted.
type RevokedToken struct {
	Token     string
	ExpiresAt time.Time
}

// RefreshToken is one.
type RefreshToken struct {
	Token  string
	UserID int
}

func logout(db *gorm.DB, token string, user int) {
	db.Create(&RevokedToken{Token: token})
	db.Where("user_id = ?", user).Delete(&RefreshToken{})
}

func refresh(db *gorm.DB, old RefreshToken) {
	db.Delete(&old)
	db.Model(&RefreshToken{}).Where("user_id = ?", old.UserID).Update("revoked", true)
}

func clean(db *gorm.DB, now time.Time) {
	db.Where("expires_at < ?", now).Delete(&RefreshToken{})
	db.Where("expires_at < ?", now).Delete(&RevokedToken{})
	db.Create(&RefreshToken{})
}

func statements(db *sql.DB, id string, user int) {
	_, _ = db.Exec(`UPDATE refresh_tokens SET revoked = TRUE WHERE id = $1`, id)
	_, _ = db.Exec(`UPDATE refresh_tokens
		SET revoked = TRUE
		WHERE user_id = $1`, user)
	_, _ = db.Exec(`DELETE FROM refresh_tokens WHERE expires_at < NOW()`)
	_, _ = db.Exec(`DELETE FROM revoked_tokens WHERE expires_at < NOW()`)
	_, _ = db.Exec(`DELETE FROM sessions WHERE session_id = $1`, id)
}

// accounts keeps statements in variables before it runs them, as most programs do.
type accounts struct{ db *sql.DB }

const revokeFamily = `UPDATE refresh_tokens SET revoked_at = NOW() WHERE family_id = $1 AND revoked_at IS NULL`

func (a *accounts) logout(hash, family string) {
	query := `DELETE FROM auth.refresh_tokens
		WHERE token_hash = $1`
	_, _ = a.db.Exec(query, hash)
	_, _ = a.db.Exec(revokeFamily, family)
}

func (a *accounts) logoutEverywhere(user int) {
	query := "DELETE FROM refresh_tokens WHERE user_id = $1"
	_, _ = a.db.Exec(query, user)
}

// keep accepts a token: its column says that it is not revoked.
func (a *accounts) keep(token string, cutoff time.Time) {
	_, _ = a.db.Exec("INSERT INTO refresh_tokens (token, revoked) VALUES ($1, FALSE)", token)
	_, _ = a.db.Exec("UPDATE refresh_tokens SET last_used_at = NOW() WHERE token = $1 AND revoked = FALSE", token)
	_, _ = a.db.Exec("UPDATE refresh_tokens SET revoked = FALSE WHERE token = $1", token)
	_, _ = a.db.Exec("DELETE FROM token_blacklist WHERE token = $1", token)
	_, _ = a.db.Exec("DELETE FROM refresh_tokens WHERE created_at < $1", cutoff)
	_, _ = a.db.Exec("DELETE FROM refresh_tokens WHERE NOW() > expires_at")
	statement := "DELETE FROM refresh_tokens WHERE id = $1"
	if token == "" {
		statement = "SELECT 1"
	}
	_, _ = a.db.Exec(statement, token)
}

// mails has tokens of links and keys of programs, which let nobody in.
func (a *accounts) mails(token string, cutoff time.Time) {
	_, _ = a.db.Exec("DELETE FROM password_reset_tokens WHERE created_at < $1", cutoff)
	_, _ = a.db.Exec("DELETE FROM email_verification_tokens WHERE token = $1", token)
	_, _ = a.db.Exec("UPDATE api_keys SET revoked_at = NOW() WHERE id = $1", token)
	_, _ = a.db.Exec("UPDATE invitations SET revoked = TRUE WHERE id = $1", token)
}

// tokenBlacklist keeps the ids of tokens until they end.
type tokenBlacklist struct {
	mu     sync.Mutex
	tokens map[string]time.Time
	marks  map[string]bool
	forget sync.Map
}

func (b *tokenBlacklist) add(jti string, end time.Time) {
	b.tokens[jti] = end
	b.marks[jti] = true
	b.forget.Store(jti, end)
}

func (b *tokenBlacklist) has(jti string) bool {
	end, ok := b.tokens[jti]
	return ok && time.Now().Before(end)
}

func (b *tokenBlacklist) clean(now time.Time) {
	for jti, end := range b.tokens {
		if now.After(end) {
			delete(b.tokens, jti)
		}
	}
	delete(b.marks, "")
}

// sessionInvalidationHub tells those who wait for the end of a session; no session is in it that has
// ended.
type sessionInvalidationHub struct {
	seen            map[string]time.Time
	invalidatedChan map[string]chan struct{}
}

func (h *sessionInvalidationHub) register(sessionID string) bool {
	_, known := h.seen[sessionID]
	h.seen[sessionID] = time.Now()
	h.invalidatedChan[sessionID] = make(chan struct{})
	return known
}

// stamp marks all tokens of a user by a column of the user.
func (a *accounts) stamp(user int) {
	_, _ = a.db.Exec("UPDATE users SET sessions_revoked_at = $1 WHERE id = $2", time.Now(), user)
}

var _ = []any{(*accounts).stamp, (*sessionInvalidationHub).register, logout, refresh, clean, statements, (*accounts).logout, (*accounts).logoutEverywhere, (*accounts).keep, (*accounts).mails, (*tokenBlacklist).add, (*tokenBlacklist).has, (*tokenBlacklist).clean}
