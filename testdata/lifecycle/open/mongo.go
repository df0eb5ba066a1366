package open

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	redis6 "github.com/go-redis/redis"
	redis7 "github.com/go-redis/redis/v7"
	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
	mongo2 "go.mongodb.org/mongo-driver/v2/mongo"
)

// documents are lists in MongoDB, and in the Redis clients of old.
type documents struct {
	tokens *mongo.Collection
	newer  *mongo2.Collection
	old    *redis6.Client
	older  redis7.Cmdable
}

func (d *documents) isRevoked(ctx context.Context, jti string) bool {
	var entry bson.M
	err := d.tokens.FindOne(ctx, bson.M{"revoked_jti": jti}).Decode(&entry) // want revocation-open
	return err == nil
}

func (d *documents) isRevokedCount(ctx context.Context, jti string) bool {
	n, err := d.newer.CountDocuments(ctx, bson.M{"revoked_jti": jti}) // want revocation-open
	return err == nil && n > 0
}

func (d *documents) isRevokedTold(ctx context.Context, jti string) bool {
	err := d.tokens.FindOne(ctx, bson.M{"revoked_jti": jti}).Err()
	return !errors.Is(err, mongo.ErrNoDocuments)
}

func (d *documents) isRevoked6(jti string) bool {
	n, err := d.old.Exists("revoked:" + jti).Result() // want revocation-open
	if err != nil {
		return false
	}
	return n > 0
}

func (d *documents) isRevoked7(jti string) (bool, error) {
	n, err := d.older.Exists("revoked:" + jti).Result()
	return n > 0, err
}

// renew finds the session of a token, which is gone, over, or good.
func (d *documents) renew(c *gin.Context) {
	token, _ := c.Cookie("refresh_token")
	var session struct {
		User string
		End  time.Time
	}
	if err := d.tokens.FindOne(c, bson.M{"refresh_token": token}).Decode(&session); err != nil {
		c.JSON(http.StatusForbidden, gin.H{"message": "no session"})
		return
	}
	if time.Now().After(session.End) {
		c.JSON(http.StatusForbidden, gin.H{"message": "log in again"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"user": session.User})
}
