// Package kept puts values into stores in many ways. The comments say what is kept: "keeps KEYS",
// then "= VALUES" and "for TTL" where there are some, each as it is written.
package kept

import (
	"context"
	"sync"
	"time"

	"github.com/bradfitz/gomemcache/memcache"
	"github.com/dgraph-io/ristretto/v2"
	"github.com/gomodule/redigo/redis"
	gocache "github.com/patrickmn/go-cache"
	goredis "github.com/redis/go-redis/v9"
	"github.com/redis/rueidis"
)

type list struct {
	rdb    *goredis.Client
	conn   redis.Conn
	rue    rueidis.Client
	mc     *memcache.Client
	local  *gocache.Cache
	costed *ristretto.Cache[string, int]
	names  sync.Map
}

const prefix = "revoked:"

func (l *list) rows(ctx context.Context, id string, ttl time.Duration) {
	l.rdb.Set(ctx, prefix+id, 1, ttl)           // keeps prefix + id = 1 for ttl
	l.rdb.SetNX(ctx, id, "x", time.Hour)        // keeps id = "x" for time.Hour
	l.rdb.SetEx(ctx, id, "x", 15*time.Minute)   // keeps id = "x" for 15 * time.Minute
	l.rdb.Expire(ctx, id, ttl)                  // keeps id for ttl
	l.rdb.SAdd(ctx, "revoked", id, prefix+id)   // keeps "revoked", id, prefix + id
	l.local.Set(id, true, ttl)                  // keeps id = true for ttl, -1 is forever
	l.local.Set(id, true, gocache.NoExpiration) // keeps id = true for gocache.NoExpiration, -1 is forever
	l.costed.SetWithTTL(id, 1, 1, ttl)          // keeps id = 1 for ttl
	l.rdb.Get(ctx, id)                          // asks
	l.rdb.Del(ctx, id)                          // forgets
	l.names.Store(id, true)                     // of memory, see package memory of denylist
	_ = l.rdb.Set                               // no call
}

func (l *list) commands(id string, seconds int, args []any) {
	l.conn.Do("SETEX", prefix+id, seconds, 1) // keeps prefix + id = 1 for seconds s
	l.conn.Do("setex", id, 3600, "x")         // keeps id = "x" for 3600 s
	l.conn.Do("SET", id, 1)                   // keeps id = 1
	l.conn.Do("EXPIRE", id, 60)               // keeps id for 60 s
	l.conn.Do("SADD", "revoked", id)          // keeps "revoked", id
	l.conn.Do("SET", id, 1, "EX", 3600)       // more than the row says
	l.conn.Do("GET", id)                      // asks
	l.conn.Do("SET", args...)                 // not seen
	l.conn.Do(id, 1)                          // another command
}

func (l *list) builders(ctx context.Context, id string, ttl time.Duration) {
	b := l.rue.B()
	_ = b.Set().Key(prefix + id).Value("1").Ex(ttl).Build()   // keeps prefix + id = "1" for ttl
	_ = b.Set().Key(id).Value("1").Nx().ExSeconds(60).Build() // keeps id = "1" for 60 s
	_ = b.Set().Key(id).Value("1").PxMilliseconds(60).Build() // keeps id = "1" for 60 ms
	_ = b.Set().Key(id).Value("1").Build()                    // keeps id = "1"
	_ = b.Setex().Key(id).Seconds(60).Value("1").Build()      // keeps id = "1" for 60 s
	_ = b.Sadd().Key("revoked").Member(id, prefix+id).Build() // keeps "revoked", id, prefix + id
	_ = b.Get().Key(id).Build()                               // asks
	half := b.Set().Key(id).Value("1")                        // its end is not seen
	_ = half.Build()
}

func (l *list) literals(id string) {
	_ = l.mc.Set(&memcache.Item{Key: prefix + id, Value: []byte("1"), Expiration: 3600}) // keeps prefix + id for 3600 s
	_ = l.mc.Set(&memcache.Item{Key: id})                                                // keeps id
	_ = l.mc.Set(&memcache.Item{Value: []byte(id)})                                      // without a name
	item := memcache.Item{Key: id}                                                       // its time can be set later
	item.Expiration = 3600
	_ = l.mc.Set(&item)
	whole := &memcache.Item{Key: id, Expiration: 60} // keeps id for 60 s
	_ = l.mc.Set(whole)
}
