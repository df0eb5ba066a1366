package open

import (
	"context"
	"log"

	redis9 "github.com/redis/go-redis/v9"
)

// Somebody has decided that tokens pass while the store fails, and says so.

type decided struct {
	rdb      *redis9.Client
	failOpen bool
}

// IsRevoked fails open: an outage of the store must not log everybody out.
func (l *decided) IsRevoked(ctx context.Context, jti string) bool {
	_, err := l.rdb.Get(ctx, "revoked:"+jti).Result()
	return err == nil
}

func (l *decided) IsBlacklisted(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "blacklist:"+jti).Result()
	if err != nil {
		log.Print(err)
		return false // deliberately: see the runbook
	}
	return n > 0
}

func (l *decided) IsDenied(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "denylist:"+jti).Result()
	if err != nil {
		return !l.failOpen
	}
	return n > 0
}

// IsGone says only what it does.
func (l *decided) IsGone(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result() // want revocation-open
	if err != nil {
		log.Print("the store is not available: ", err)
		return false // open to all
	}
	return n > 0
}
