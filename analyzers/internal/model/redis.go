package model

import (
	"slices"
	"strings"
	"sync"
)

// stores lists what keeps values under names for a time: Redis and its like, and caches in memory.
// Of what is asked for, the result says how the answer is told that nothing is kept: by an error
// ([Missing]) or by an empty value ([Found]).
var stores = []Library{
	{
		Store: "redis",
		Paths: []string{"github.com/redis/go-redis/v9", "github.com/go-redis/redis/v8"},
		Rows: slices.Concat(
			goRedis("cmdable", redisStrings, redisSetEX, redisKeys, redisSets),
			goRedis("Cmdable", redisStrings, redisSetEX, redisKeys, redisSets),
			goRedis("StringCmdable", redisStrings), goRedis("GenericCmdable", redisKeys),
			goRedis("SetCmdable", redisSets[:3]), goRedis("HashCmdable", redisSets[3:]),
		),
	},
	{
		Store: "redis",
		Paths: []string{"github.com/go-redis/redis", "github.com/go-redis/redis/v7"},
		Rows: withoutContext(slices.Concat(
			goRedis("cmdable", redisStrings[:2], redisStrings[3:], redisKeys, redisSets),
			goRedis("Cmdable", redisStrings[:2], redisStrings[3:], redisKeys, redisSets),
		)),
	},
	{
		Store: "database",
		Paths: []string{
			"go.mongodb.org/mongo-driver/mongo", "go.mongodb.org/mongo-driver/v2/mongo",
		},
		Rows: []Row{
			{Recall, "(*Collection).FindOne(_, name, _...) missing"},
			{Recall, "(*Collection).CountDocuments(_, name, _...) found"},
		},
	},
	{
		Store: "redis",
		Paths: []string{"github.com/gomodule/redigo/redis"},
		Rows:  []Row{{Command, "(Conn).Do(statement, _...)"}},
	},
	{
		Store: "redis", // commands of rueidis, which its users build and never name
		Paths: []string{"github.com/redis/rueidis/internal/cmds"},
		Rows: slices.Concat(
			[]Row{
				{Remember, "(Set).Key(name) options"}, {Remember, "(SetKey).Value(value) options"},
				{Remember, "(SetValue).Nx() options"},
				{Remember, "(Setex).Key(name) options"}, {Remember, "(SetexKey).Seconds(seconds) options"},
				{Remember, "(SetexSeconds).Value(value) options"},
				{Remember, "(Expire).Key(name) options"}, {Remember, "(ExpireKey).Seconds(seconds) options"},
				{Remember, "(Sadd).Key(name) options"}, {Remember, "(SaddKey).Member(name...) options"},
				{Forget, "(SremKey).Member(name...) options"},
			},
			rueidisLife("SetValue"), rueidisLife("SetConditionNx"),
			rueidisBuilt("SetValue", "SetConditionNx", "SetExpirationExSecTyped", "SetExpirationExSeconds",
				"SetExpirationPxMsTyped", "SetExpirationPxMilliseconds", "SetexValue", "ExpireSeconds",
				"SaddMember"),
		),
	},
	{
		Store: "cache",
		Paths: []string{"github.com/patrickmn/go-cache"},
		Rows: []Row{
			{Remember, "(*cache).Set(name, value, keptfor)"},
			{Remember, "(*cache).Add(name, value, keptfor)"},
			{Recall, "(*cache).Get(name) found"},
		},
	},
	{
		Store: "cache",
		Paths: []string{"github.com/bradfitz/gomemcache/memcache"},
		Rows: []Row{
			{Remember, "Item.Key name"}, {Remember, "Item.Expiration ttl"},
			{Recall, "(*Client).Get(name) missing"},
		},
	},
	{
		Store: "memory",
		Paths: []string{"sync"},
		Rows: []Row{
			{Remember, "(kept *Map).Store(name, value)"},
			{Recall, "(*Map).Load(name) _, found"},
		},
	},
	{
		Store: "cache",
		Paths: []string{"github.com/dgraph-io/ristretto", "github.com/dgraph-io/ristretto/v2"},
		Rows: []Row{
			{Remember, "(*Cache).SetWithTTL(name, value, _, ttl)"},
			{Recall, "(*Cache).Get(name) found"},
		},
	},
}

// goRedis returns rows of methods of a type of go-redis.
func goRedis(typ string, lists ...[]Row) []Row {
	var out []Row
	for _, r := range slices.Concat(lists...) {
		out = append(out, Row{r.Verb, "(" + typ + ")." + r.Sig})
	}
	return out
}

// rueidisLife returns rows of what says how long a key is kept.
func rueidisLife(typ string) []Row {
	return []Row{
		{Remember, "(" + typ + ").Ex(ttl) options"}, {Remember, "(" + typ + ").ExSeconds(seconds) options"},
		{Remember, "(" + typ + ").Px(ttl) options"}, {Remember, "(" + typ + ").PxMilliseconds(millis) options"},
	}
}

// rueidisBuilt returns rows of the ends of commands.
func rueidisBuilt(types ...string) []Row {
	var out []Row
	for _, t := range types {
		out = append(out, Row{Remember, "(" + t + ").Build()"})
	}
	return out
}

// withoutContext returns rows without their first argument, the context that go-redis takes since
// v8.
func withoutContext(rows []Row) []Row {
	var out []Row
	for _, r := range rows {
		out = append(out, Row{r.Verb, strings.Replace(r.Sig, "(_, ", "(", 1)})
	}
	return out
}

var (
	redisStrings = []Row{
		{Remember, "Set(_, name, value, ttl)"}, {Remember, "SetNX(_, name, value, ttl)"},
		{Remember, "SetEx(_, name, value, ttl)"}, {Recall, "Get(_, name) missing"},
	}
	redisSetEX = []Row{{Remember, "SetEX(_, name, value, ttl)"}} // SetEx since v9
	redisKeys  = []Row{
		{Remember, "Expire(_, name, ttl)"},
		{Recall, "Exists(_, name...) found"},
	}
	redisSets = []Row{
		{Recall, "SIsMember(_, name, name) found"},
		{Remember, "SAdd(_, name, name...)"}, {Forget, "SRem(_, name, name...)"},
		{Recall, "HExists(_, name, name) found"}, {Recall, "HGet(_, name, name) missing"},
	}
)

// StoreCommand returns what a command of Redis does, with its arguments as they are sent, nil for
// one that is not known: SETEX is SETEX(name, seconds, value).
func StoreCommand(name string) *Sig { return redisCommands()[strings.ToUpper(name)] }

var redisCommands = sync.OnceValue(func() map[string]*Sig {
	out := map[string]*Sig{}
	for _, row := range redisCommandRows {
		if s, ok := row.Parse(); ok {
			out[s.Name] = s
		}
	}
	return out
})

var redisCommandRows = []Row{
	{Remember, "SET(name, value, _...)"}, {Remember, "SETEX(name, seconds, value)"},
	{Remember, "EXPIRE(name, seconds)"},
	{Remember, "SADD(name, name, _...)"}, {Forget, "SREM(name, name, _...)"},
	{Recall, "GET(name) missing"}, {Recall, "EXISTS(name) found"},
	{Recall, "SISMEMBER(name, name) found"}, {Recall, "HGET(name, name) missing"},
	{Recall, "HEXISTS(name, name) found"},
}
