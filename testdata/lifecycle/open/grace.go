package open

import (
	"context"
	"log"
	"strconv"
	"time"
)

// A widespread template: the error of Redis is lost when the next line gives err another value. What
// is empty then is no number, and the answer is no.
func (l *list) IsInBlacklist(ctx context.Context, token string) bool {
	val, err := l.rdb.Get(ctx, "jwt_black_list:"+token).Result() // want revocation-open
	at, err := strconv.ParseInt(val, 10, 64)
	if val == "" || err != nil {
		return false
	}
	return time.Now().Unix()-at >= 10
}

// The time of grace is told in another way.
func (l *list) isBlacklistedLater(ctx context.Context, token string) bool {
	val, err := l.rdb.Get(ctx, "jwt_black_list:"+token).Result() // want revocation-open
	if err != nil {
		return false
	}
	at, err := strconv.ParseInt(val, 10, 64)
	if err != nil {
		return false
	}
	if time.Now().Unix()-at < 10 {
		return false
	}
	return true
}

// What is no number is denied, and so is everything while Redis is down.
func (l *list) isDeniedUnlessNumber(ctx context.Context, token string) bool {
	val, err := l.rdb.Get(ctx, "jwt_black_list:"+token).Result()
	at, err := strconv.ParseInt(val, 10, 64)
	if err != nil {
		return true
	}
	return time.Now().Unix()-at >= 10
}

func (l *list) isDeniedWhileDown(ctx context.Context, token string) bool {
	n, err := l.rdb.Exists(ctx, "jwt_black_list:"+token).Result()
	if err != nil {
		return true
	}
	if n == 0 {
		return false
	}
	return time.Now().Weekday() != time.Sunday
}

func (l *list) FindTokenIsBlack(ctx context.Context, token string) bool {
	val, err := l.rdb.Get(ctx, "token_black_"+token).Result() // want revocation-open
	if err != nil {
		log.Print(err)
		return false
	}
	return val != ""
}
