package order

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"github.com/bradfitz/gomemcache/memcache"
	"github.com/dgraph-io/ristretto"
	redis8 "github.com/go-redis/redis/v8"
	"github.com/golang-jwt/jwt/v5"
	redigo "github.com/gomodule/redigo/redis"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
	"github.com/patrickmn/go-cache"
	"github.com/redis/rueidis"
	"github.com/uptrace/bun"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	"gorm.io/gorm"
)

// RevokedToken is a row of a deny list.
type RevokedToken struct{ JTI string }

// Revocations is implemented elsewhere.
type Revocations interface {
	IsRevoked(ctx context.Context, jti string) (bool, error)
}

// stores has one deny list of each kind.
type stores struct {
	key      []byte
	old      *redis8.Client
	conn     redigo.Conn
	rueidis  rueidis.Client
	db       *sql.DB
	dbx      *sqlx.DB
	pool     *pgxpool.Pool
	gorm     *gorm.DB
	bun      *bun.DB
	mongo    *mongo.Collection
	mc       *memcache.Client
	large    *ristretto.Cache[string, any]
	cache    *cache.Cache
	revoked  sync.Map
	denylist map[string]bool
	somebody Revocations
}

// peek reads claims that nobody has verified.
func peek(raw string) (*jwt.RegisteredClaims, error) {
	var claims jwt.RegisteredClaims
	_, _, err := jwt.NewParser().ParseUnverified(raw, &claims)
	return &claims, err
}

// parse verifies a token.
func (s *stores) parse(raw string) (*jwt.RegisteredClaims, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &claims, func(*jwt.Token) (any, error) { return s.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return &claims, err
}

func (s *stores) redis8(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if n, err := s.old.Exists(ctx, "revoked:"+c.ID).Result(); err != nil || n > 0 { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) redigo(raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if revoked, err := redigo.Bool(s.conn.Do("EXISTS", "revoked:"+c.ID)); err != nil || revoked { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) rueidisDo(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	cmd := s.rueidis.B().Exists().Key("revoked:" + c.ID).Build()
	if revoked, err := s.rueidis.Do(ctx, cmd).AsBool(); err != nil || revoked { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) sql(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	var one int
	err = s.db.QueryRowContext(ctx, "SELECT 1 FROM revoked_tokens WHERE jti = ?", c.ID).Scan(&one) // want revocation-order
	if !errors.Is(err, sql.ErrNoRows) {
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) sqlx(raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	var n int
	if err := s.dbx.Get(&n, "SELECT count(*) FROM revoked_tokens WHERE jti = ?", c.ID); err != nil || n > 0 { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) pgx(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	var revoked bool
	err = s.pool.QueryRow(ctx, "SELECT EXISTS(SELECT 1 FROM revoked_tokens WHERE jti = $1)", c.ID).Scan(&revoked) // want revocation-order
	if err != nil || revoked {
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) gormCount(raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	var n int64
	if err := s.gorm.Model(&RevokedToken{}).Where("jti = ?", c.ID).Count(&n).Error; err != nil || n > 0 { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) bunExists(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	found, err := s.bun.NewSelect().Model((*RevokedToken)(nil)).Where("jti = ?", c.ID).Exists(ctx) // want revocation-order
	if err != nil || found {
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) mongoCount(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if n, err := s.mongo.CountDocuments(ctx, bson.M{"revoked_jti": c.ID}); err != nil || n > 0 { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) memcached(raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if _, err := s.mc.Get("revoked:" + c.ID); !errors.Is(err, memcache.ErrCacheMiss) { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) ristretto(raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if _, found := s.large.Get("revoked:" + c.ID); found { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) goCache(raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if _, found := s.cache.Get("revoked:" + c.ID); found { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) behindInterface(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if revoked, err := s.somebody.IsRevoked(ctx, c.ID); err != nil || revoked { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

// Near misses: verified first.

func (s *stores) late(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	c, err := s.parse(raw)
	if err != nil {
		return nil, err
	}
	one := 0
	revoked, err := redigo.Bool(s.conn.Do("EXISTS", "revoked:"+c.ID))
	if err != nil || revoked {
		return nil, errRevoked
	}
	if n, err := s.old.Exists(ctx, "revoked:"+c.ID).Result(); err != nil || n > 0 {
		return nil, errRevoked
	}
	cmd := s.rueidis.B().Exists().Key("revoked:" + c.ID).Build()
	if revoked, err := s.rueidis.Do(ctx, cmd).AsBool(); err != nil || revoked {
		return nil, errRevoked
	}
	err = s.db.QueryRowContext(ctx, "SELECT 1 FROM revoked_tokens WHERE jti = ?", c.ID).Scan(&one)
	if !errors.Is(err, sql.ErrNoRows) {
		return nil, errRevoked
	}
	if err := s.dbx.Get(&one, "SELECT count(*) FROM revoked_tokens WHERE jti = ?", c.ID); err != nil || one > 0 {
		return nil, errRevoked
	}
	err = s.pool.QueryRow(ctx, "SELECT EXISTS(SELECT 1 FROM revoked_tokens WHERE jti = $1)", c.ID).Scan(&revoked)
	if err != nil || revoked {
		return nil, errRevoked
	}
	return c, nil
}

func (s *stores) lateToo(ctx context.Context, raw string) (*jwt.RegisteredClaims, error) {
	c, err := s.parse(raw)
	if err != nil {
		return nil, err
	}
	var n int64
	if err := s.gorm.Model(&RevokedToken{}).Where("jti = ?", c.ID).Count(&n).Error; err != nil || n > 0 {
		return nil, errRevoked
	}
	found, err := s.bun.NewSelect().Model((*RevokedToken)(nil)).Where("jti = ?", c.ID).Exists(ctx)
	if err != nil || found {
		return nil, errRevoked
	}
	if n, err := s.mongo.CountDocuments(ctx, bson.M{"revoked_jti": c.ID}); err != nil || n > 0 {
		return nil, errRevoked
	}
	if _, err := s.mc.Get("revoked:" + c.ID); !errors.Is(err, memcache.ErrCacheMiss) {
		return nil, errRevoked
	}
	if _, found := s.large.Get("revoked:" + c.ID); found {
		return nil, errRevoked
	}
	if _, found := s.cache.Get("revoked:" + c.ID); found {
		return nil, errRevoked
	}
	if revoked, err := s.somebody.IsRevoked(ctx, c.ID); err != nil || revoked {
		return nil, errRevoked
	}
	return c, nil
}

// Maps.

func (s *stores) syncMap(raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if _, revoked := s.revoked.Load(c.ID); revoked { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) plainMap(raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if s.denylist[c.ID] { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

func (s *stores) mapsLate(raw string) (*jwt.RegisteredClaims, error) {
	c, err := s.parse(raw)
	if err != nil {
		return nil, err
	}
	if _, revoked := s.revoked.Load(c.ID); revoked || s.denylist[c.ID] {
		return nil, errRevoked
	}
	return c, nil
}

// A function that cannot fail.

func (s *stores) isRevoked(jti string) bool { return s.denylist[jti] }

func (s *stores) byBool(raw string) (*jwt.RegisteredClaims, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	if s.isRevoked(c.ID) { // want revocation-order
		return nil, errRevoked
	}
	return s.parse(raw)
}

// Near misses: it is put into the list, it is no list of tokens, the signature was checked before.

func (s *stores) revoke(raw string) error {
	c, err := peek(raw)
	if err != nil {
		return err
	}
	s.denylist[c.ID] = true // want revocation-ttl "never taken out"
	return nil
}

func (s *stores) issuer(raw string, keys map[string][]byte) (*jwt.Token, error) {
	c, err := peek(raw)
	if err != nil {
		return nil, err
	}
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return keys[c.Issuer], nil },
		jwt.WithValidMethods([]string{"HS256"}))
}

func (s *stores) verified(raw string) (*jwt.RegisteredClaims, error) {
	if _, err := s.parse(raw); err != nil {
		return nil, err
	}
	c, err := peek(raw)
	if err != nil || s.isRevoked(c.ID) {
		return nil, errRevoked
	}
	return c, nil
}

func (s *stores) verifiedHere(raw string) (*jwt.RegisteredClaims, error) {
	raw = raw[len("Bearer "):]
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return s.key, nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	c, err := peek(raw)
	if err != nil || s.isRevoked(c.ID) {
		return nil, errRevoked
	}
	return c, nil
}
