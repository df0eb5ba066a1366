package open

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
	"time"

	"github.com/bradfitz/gomemcache/memcache"
	"github.com/dgraph-io/ristretto"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
	"github.com/patrickmn/go-cache"
	"gorm.io/gorm"
)

type RevokedToken struct {
	JTI     string
	Expires time.Time
}

type databases struct {
	db    *sql.DB
	dbx   *sqlx.DB
	pool  *pgxpool.Pool
	gorm  *gorm.DB
	mc    *memcache.Client
	cache *cache.Cache
	large *ristretto.Cache[string, any]
}

func (d *databases) sqlExists(ctx context.Context, jti string) bool {
	var revoked bool
	err := d.db.QueryRowContext(ctx, "SELECT EXISTS(SELECT 1 FROM revoked_tokens WHERE jti = ?)", jti).Scan(&revoked) // want revocation-open
	if err != nil {
		return false
	}
	return revoked
}

func (d *databases) isRevokedX(token string) bool {
	var n int
	_ = d.dbx.Get(&n, "SELECT count(*) FROM blacklist WHERE token = ?", token) // want revocation-open
	return n > 0
}

func (d *databases) isRevokedPgx(ctx context.Context, jti string) bool {
	var one int
	err := d.pool.QueryRow(ctx, "SELECT 1 FROM revoked WHERE jti = $1", jti).Scan(&one) // want revocation-open
	return err == nil
}

func (d *databases) isRevokedGorm(jti string) bool {
	var entry RevokedToken
	err := d.gorm.Where("jti = ?", jti).First(&entry).Error // want revocation-open
	return err == nil
}

func (d *databases) isBlacklistedGorm(token string) bool {
	var n int64
	d.gorm.Model(&RevokedToken{}).Where("token = ?", token).Count(&n) // want revocation-open
	return n > 0
}

func (d *databases) isRevokedMemcache(token string) bool {
	_, err := d.mc.Get("revoked:" + token) // want revocation-open
	return err == nil
}

// Near misses: no rows are told from errors.

func (d *databases) closed(ctx context.Context, jti string) (bool, error) {
	var one int
	err := d.pool.QueryRow(ctx, "SELECT 1 FROM revoked WHERE jti = $1", jti).Scan(&one)
	if errors.Is(err, pgx.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

func (d *databases) isRevoked(jti string) bool {
	var entry RevokedToken
	err := d.gorm.First(&entry, "jti = ?", jti).Error
	return !errors.Is(err, gorm.ErrRecordNotFound)
}

func (d *databases) isRevokedSQL(jti string) bool {
	var one int
	err := d.db.QueryRow("SELECT 1 FROM revoked WHERE jti = ?", jti).Scan(&one)
	switch {
	case err == sql.ErrNoRows:
		return false
	case err != nil:
		return true
	}
	return true
}

// Near misses: memory does not fail.

func (d *databases) isRevokedCache(jti string) bool {
	_, found := d.cache.Get("revoked:" + jti)
	return found
}

func (d *databases) isRevokedLarge(jti string) bool {
	_, found := d.large.Get("revoked:" + jti)
	return found
}

// The same store is asked for the account behind, and without it nothing passes.

type account struct{ ID string }

func (d *databases) verifyAccount(raw string, key []byte) (*claims, error) {
	var entry RevokedToken
	if err := d.gorm.Where("token = ?", raw).First(&entry).Error; err == nil {
		return nil, errRevoked
	}
	c, err := parse(raw, key)
	if err != nil {
		return nil, err
	}
	var user account
	if err := d.gorm.First(&user, "id = ?", c.User).Error; err != nil {
		return nil, err
	}
	return c, nil
}

// Another store, and one that need not answer.

func (d *databases) verifyElsewhere(ctx context.Context, raw string, key []byte) (*claims, error) {
	var entry RevokedToken
	if err := d.gorm.Where("token = ?", raw).First(&entry).Error; err == nil { // want revocation-open
		return nil, errRevoked
	}
	c, err := parse(raw, key)
	if err != nil {
		return nil, err
	}
	var name string
	if err := d.pool.QueryRow(ctx, "SELECT name FROM users WHERE id = $1", c.User).Scan(&name); err != nil {
		return nil, err
	}
	return c, nil
}

func (d *databases) verifyNamed(raw string, key []byte) (*claims, error) {
	var entry RevokedToken
	if err := d.gorm.Where("token = ?", raw).First(&entry).Error; err == nil { // want revocation-open
		return nil, errRevoked
	}
	c, err := parse(raw, key)
	if err != nil {
		return nil, err
	}
	var user account
	if err := d.gorm.First(&user, "id = ?", c.User).Error; err == nil {
		c.User = user.ID
	}
	return c, nil
}

// The user of a token is no token: asking for it is not to ask a list again.
func (d *databases) refresh(ctx context.Context, l *list, token string, key []byte) (string, error) {
	c, err := parse(token, key)
	if err != nil {
		return "", err
	}
	user, err := d.subject(token)
	revoked, _ := l.closed(ctx, c.ID) // want revocation-open
	if revoked {
		return "", errRevoked
	}
	if res := d.gorm.First(&RevokedToken{}, "user = ?", user); res.Error != nil {
		return "", res.Error
	}
	return user, err
}

func (d *databases) subject(token string) (string, error) { return token[:1], nil }

// renew answers in the way of net/http: without an account there is no token, as while the database
// is down.
func (d *databases) renew(w http.ResponseWriter, raw string, key []byte) {
	c, err := parse(raw, key)
	if err != nil {
		http.Error(w, "invalid", http.StatusUnauthorized)
		return
	}
	var entry RevokedToken
	if err := d.gorm.Where("token = ?", raw).First(&entry).Error; err == nil {
		http.Error(w, "revoked", http.StatusUnauthorized)
		return
	}
	var user account
	if err := d.gorm.Find(&user, c.User).Error; err != nil {
		http.Error(w, "no such account", http.StatusBadRequest)
		return
	}
	w.Write([]byte(user.ID))
}
