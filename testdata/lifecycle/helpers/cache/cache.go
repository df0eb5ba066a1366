// Package cache keeps values of any type in Redis: it has nothing to do with tokens.
package cache

import (
	"context"
	"encoding/json"
	"time"

	"github.com/redis/go-redis/v9"
)

var rdb *redis.Client

// Set keeps a value for as long as the caller says.
func Set[T any](ctx context.Context, key string, value T, ttl time.Duration) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return rdb.Set(ctx, key, data, ttl).Err()
}

// Get returns a value that is kept.
func Get[T any](ctx context.Context, key string) (T, error) {
	var out T
	data, err := rdb.Get(ctx, key).Bytes()
	if err != nil {
		return out, err
	}
	return out, json.Unmarshal(data, &out)
}

// Put keeps a value for a day where the caller says nothing else.
func Put(ctx context.Context, key string, value any, ttl time.Duration) error {
	if ttl == 0 {
		ttl = 24 * time.Hour
	}
	return rdb.Set(ctx, key, value, ttl).Err()
}
