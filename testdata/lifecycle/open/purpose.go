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

// IsExpelled says so above the line that asks.
func (l *decided) IsExpelled(ctx context.Context, jti string) bool {
	// 1 for a revoked token, 0 for every other. While Redis is down
	// a token is assumed to be good.
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result()
	if err != nil {
		return false
	}
	return n > 0
}

// IsBanned reports whether a token was revoked. Errors of the store are logged.
func (l *decided) IsBanned(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result() // want revocation-open
	if err != nil {
		log.Print(err)
		return false
	}
	return n > 0
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

// IsBlocked says so in another language, where nothing but a failure leads.
func (l *decided) IsBlocked(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "blocklist:"+jti).Result()
	if err != nil {
		// en caso de error, no bloquear a los usuarios
		return false
	}
	return n > 0
}

// isInvalidated does so above the test.
func (l *decided) isInvalidated(ctx context.Context, jti string) bool {
	cmd := l.rdb.Exists(ctx, "invalidated:"+jti)

	// 出错时放行
	if cmd.Err() != nil {
		return false
	}
	return cmd.Val() > 0
}

// IsGone says only what it does.
func (l *decided) IsGone(ctx context.Context, jti string) bool {
	// 1 where it is revoked
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result() // want revocation-open
	if err != nil {
		log.Print("the store is not available: ", err)
		return false
	}
	return n > 0 // it is there
}

// isRevokedToo takes a failure for "not in the list": that is what the comment is about.
func (l *decided) isRevokedToo(ctx context.Context, jti string) bool {
	_, err := l.rdb.Get(ctx, "revoked:"+jti).Result() // want revocation-open
	if err != nil {
		return false // not in the list
	}
	return true
}

// Comments where nothing but a failure leads, which decide nothing.

func (l *decided) IsWithdrawn(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result() // want revocation-open
	if err != nil {
		// log the error
		log.Print(err)
		return false
	}
	return n > 0
}

func (l *decided) IsWithdrawnToo(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result() // want revocation-open

	// ask whether the token is there
	if err != nil {
		return false // the token was not found, it could be one that is not kept
	}
	return n > 0
}

// Near misses: they let the token pass.

func (l *decided) IsWithdrawnLater(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result()
	if err != nil {
		// log the error, but let the request go on: the signature was checked before
		log.Print(err)
		return false
	}
	return n > 0
}

func (l *decided) IsWithdrawnLast(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result()
	if err != nil {
		log.Print(err)
		return false // best effort
	}
	return n > 0
}

func (l *decided) IsWithdrawnHere(ctx context.Context, jti string) bool {
	n, err := l.rdb.Exists(ctx, "revoked:"+jti).Result()
	if err != nil {
		return false //nolint:nilerr
	}
	return n > 0
}
