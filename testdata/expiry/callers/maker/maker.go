// Package maker signs for other packages, which say how long the tokens live, or what is in them.
package maker

import (
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Sign signs for a user and a span.
func Sign(user string, life time.Duration, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life))}).SignedString(key)
}

// SignSeconds signs for a user and a number of seconds.
func SignSeconds(user string, seconds int, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": time.Now().Unix() + int64(seconds)}).SignedString(key)
}

// Ending signs the claims that it is given, after it has let them end.
func Ending(c jwt.MapClaims, minutes int, key []byte) (string, error) {
	c["exp"] = time.Now().Add(time.Duration(minutes) * time.Minute).Unix()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// Shop is who buys where.
type Shop struct{ Name string }

// Claims are those of a session.
type Claims struct {
	Shop
	User string `json:"user"`
	jwt.RegisteredClaims
}

// Embedding signs the claims that it is given, after it has set the registered ones.
func Embedding(c Claims, life time.Duration, key []byte) (string, error) {
	c.RegisteredClaims = jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(life))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// Inside signs the claims that it is given by another function, after it has let them end.
func Inside(c Claims, life time.Duration, key []byte) (string, error) {
	c.RegisteredClaims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(life))
	return signed(c, key)
}

func signed(c jwt.Claims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// Given signs the claims that it is given with registered ones from elsewhere.
func Given(c Claims, registered func() jwt.RegisteredClaims, key []byte) (string, error) {
	c.RegisteredClaims = registered()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// In signs the claims that it is given for a shop, which has no end.
func In(c Claims, shop func() Shop, key []byte) (string, error) {
	c.Shop = shop()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// Until signs until an instant.
func Until(user string, end time.Time, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "exp": end.Unix()}).SignedString(key)
}

// Maker signs with a key and a span of its own.
type Maker struct {
	key  []byte
	life time.Duration
}

// New returns a Maker.
func New(key []byte, life time.Duration) *Maker { return &Maker{key, life} }

// Token signs for a user.
func (m *Maker) Token(user string) (string, error) { return Sign(user, m.life, m.key) }

// Config says how to sign.
type Config struct {
	Key      []byte
	Minutes  int
	Lifetime time.Duration
}

// Token signs as its settings say.
func (c Config) Token(user string) (string, error) {
	if c.Minutes > 0 {
		return Sign(user, time.Duration(c.Minutes)*time.Minute, c.Key)
	}
	return Sign(user, c.Lifetime, c.Key)
}

// Settings holds one Config for each kind of token.
type Settings struct{ Access, Renewal Config }

// Defaults returns the settings of a new program.
func Defaults(key []byte) *Settings {
	return &Settings{
		Access:  Config{Key: key, Lifetime: 15 * time.Minute},
		Renewal: Config{Key: key, Lifetime: 5 * 24 * time.Hour}, // want long-expiry "5 days"
	}
}

// Pair signs two tokens, of which the second lives longer.
func Pair(user string, ttl time.Duration, key, other []byte) (a, b string, err error) {
	if a, err = Sign(user, ttl, key); err != nil {
		return "", "", err
	}
	b, err = Sign(user, 24*7*ttl, other)
	return a, b, err
}

// Renewal signs a token that says what it is for.
func Renewal(user string, ttl time.Duration, key []byte) (string, error) {
	c := jwt.MapClaims{"sub": user, "typ": "refresh", "exp": time.Now().Add(ttl).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}

// With signs claims of its own, and what it is given besides.
func With(sub string, extra map[string]any, key []byte) (string, error) {
	return with(sub, extra, time.Hour, key)
}

func with(sub string, extra map[string]any, life time.Duration, key []byte) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": sub, "exp": time.Now().Add(life).Unix()})
	for name, value := range extra {
		token.Claims.(jwt.MapClaims)[name] = value
	}
	return token.SignedString(key)
}

// WithOut forgets that they end.
func WithOut(sub string, extra map[string]any, key []byte) (string, error) {
	claims := jwt.MapClaims{"sub": sub}
	for name, value := range extra {
		claims[name] = value
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// Through lets the claims end by way of the token that holds them.
func Through(c map[string]any, minutes int, key []byte) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c))
	token.Claims.(jwt.MapClaims)["exp"] = time.Now().Add(time.Duration(minutes) * time.Minute).Unix()
	return token.SignedString(key)
}

// Named sets another claim in the same way.
func Named(c map[string]any, key []byte) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims(c))
	token.Claims.(jwt.MapClaims)["iss"] = "shop"
	return token.SignedString(key)
}
