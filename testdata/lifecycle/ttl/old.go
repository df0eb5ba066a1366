package ttl

import (
	redis6 "github.com/go-redis/redis"
	redis7 "github.com/go-redis/redis/v7"
)

func v6(rdb *redis6.Client, c *claims) error {
	return rdb.Set("blacklist:"+c.ID, 1, 0).Err() // want revocation-ttl "kept forever"
}

func v7(rdb redis7.Cmdable, c *claims) error {
	return rdb.Set("blacklist:"+c.ID, 1, life).Err()
}
