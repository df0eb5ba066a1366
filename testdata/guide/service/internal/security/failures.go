package security

import (
	"context"
	"time"

	"github.com/redis/go-redis/v9"
)

// How many wrong passwords are accepted, and after which time they are forgotten.
const (
	MaxFailures = 5
	FailureTime = 15 * time.Minute
)

// Failures counts wrong passwords, by the address that they come from and by the user that they are
// meant for. The counters are in Redis, so that all instances of the service have the same.
//
// The commands go in a pipeline and not in a transaction: where Redis refuses to begin one, go-redis
// 9.21 does not read the other answers, and the next question on that connection may get them.
type Failures struct{ rdb redis.Cmdable }

// NewFailures returns the counters in a Redis.
func NewFailures(rdb redis.Cmdable) *Failures { return &Failures{rdb} }

// Attempt counts an attempt, before the password is compared: many at the same time are not one. It
// returns how many there were, with this one.
func (f *Failures) Attempt(ctx context.Context, from, user string) (int64, error) {
	byAddress, byUser := counters(from, user)
	var counted [2]*redis.IntCmd
	_, err := f.rdb.Pipelined(ctx, func(p redis.Pipeliner) error {
		for i, key := range []string{byAddress, byUser} {
			counted[i] = p.Incr(ctx, key)
			p.ExpireNX(ctx, key, FailureTime)
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return max(counted[0].Val(), counted[1].Val()), nil
}

// Succeeded takes the attempt back, and forgets what was wrong of the user before.
func (f *Failures) Succeeded(ctx context.Context, from, user string) error {
	byAddress, byUser := counters(from, user)
	_, err := f.rdb.Pipelined(ctx, func(p redis.Pipeliner) error {
		p.Decr(ctx, byAddress)
		p.Del(ctx, byUser)
		return nil
	})
	return err
}

func counters(from, user string) (byAddress, byUser string) {
	return "login-failures:from:" + from, "login-failures:of:" + user
}
