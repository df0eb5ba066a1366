package open

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	redis9 "github.com/redis/go-redis/v9"
	"gorm.io/gorm"
)

// The entry that is found is tested once more before the token is refused.

type deepTests struct {
	db     *gorm.DB
	rdb    *redis9.Client
	strict bool
}

func (d *deepTests) verifyEnds(raw string, key []byte) (*claims, error) {
	var entry RevokedToken
	if err := d.db.Where("token = ?", raw).First(&entry).Error; err == nil { // want revocation-open "lets the token pass"
		if entry.Expires.After(time.Now()) {
			return nil, errRevoked
		}
	}
	return parse(raw, key)
}

func (d *deepTests) middleware() gin.HandlerFunc {
	return func(c *gin.Context) {
		token := c.GetHeader("Authorization")
		var entry RevokedToken
		err := d.db.Where("token = ?", token).First(&entry).Error // want revocation-open "lets the token pass"
		if err == nil && time.Now().Before(entry.Expires) {
			c.JSON(http.StatusUnauthorized, gin.H{"error": "revoked"})
			c.Abort()
			return
		}
		c.Next()
	}
}

func (d *deepTests) isDeniedUntil(ctx context.Context, jti string) bool {
	until, err := d.rdb.Get(ctx, "revoked:"+jti).Int64() // want revocation-open "counts as not revoked"
	if err == nil {
		if until > time.Now().Unix() {
			return true
		}
	}
	return false
}

// Near misses: the failure of the store is told from a token that is not there.

func (d *deepTests) verifyEndsClosed(raw string, key []byte) (*claims, error) {
	var entry RevokedToken
	err := d.db.Where("token = ?", raw).First(&entry).Error
	if err != nil && !errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, err
	}
	if err == nil {
		if entry.Expires.After(time.Now()) {
			return nil, errRevoked
		}
	}
	return parse(raw, key)
}

func (d *deepTests) isDeniedUntilClosed(ctx context.Context, jti string) bool {
	until, err := d.rdb.Get(ctx, "revoked:"+jti).Int64()
	if errors.Is(err, redis9.Nil) {
		return false
	}
	if err == nil && until < time.Now().Unix() {
		return false
	}
	return true
}

// Near miss: a setting decides whether anybody is refused.
func (d *deepTests) verifyStrict(raw string, key []byte) (*claims, error) {
	var entry RevokedToken
	if err := d.db.Where("token = ?", raw).First(&entry).Error; err == nil {
		if d.strict && entry.Expires.After(time.Now()) {
			return nil, errRevoked
		}
	}
	return parse(raw, key)
}

// Near miss: what is found is a session, which may have to be of the same user.
func (d *deepTests) verifySessionOf(raw, user string, key []byte) (*claims, error) {
	var session struct{ User string }
	if err := d.db.Table("sessions").Where("token = ?", raw).First(&session).Error; err == nil {
		if session.User != user {
			return nil, errRevoked
		}
	}
	return parse(raw, key)
}

// Near miss: the entry in front of the list only saves the way to it.
func (d *deepTests) verifyCached(ctx context.Context, raw string, key []byte) (*claims, error) {
	if at, err := d.rdb.Get(ctx, "revoked:"+raw).Int64(); err == nil {
		if at < time.Now().Unix() {
			return nil, errRevoked
		}
	}
	var entry RevokedToken
	err := d.db.Where("token = ?", raw).First(&entry).Error
	if !errors.Is(err, gorm.ErrRecordNotFound) {
		return nil, errRevoked
	}
	return parse(raw, key)
}
