package audience

import (
	"cmp"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// own signs and verifies with a key that nobody else has, for one audience: the key says as much as aud.
type own struct{ key []byte }

func (o *own) pick(*jwt.Token) (any, error) { return o.key, nil }

func (o *own) sign(user string, life time.Duration) (string, error) {
	c := jwt.RegisteredClaims{Issuer: "own", Audience: jwt.ClaimStrings{"own-api"}, Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(o.key)
}

func (o *own) verify(raw string) (*jwt.RegisteredClaims, error) {
	c := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, c, o.pick, jwt.WithValidMethods([]string{"HS256"}))
	return c, err
}

// configured has its one audience from the settings.
type configured struct {
	key      []byte
	audience string
}

func newConfigured(key []byte) *configured {
	return &configured{key, cmp.Or(os.Getenv("AUDIENCE"), "api")}
}

func (o *configured) access(user string) (string, error) {
	c := jwt.MapClaims{"sub": user, "aud": o.audience, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(o.key)
}

func (o *configured) session(user string) (string, error) {
	c := jwt.MapClaims{"sub": user, "aud": []string{o.audience}, "exp": time.Now().Add(time.Minute).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(o.key)
}

func (o *configured) verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return o.key, nil })
}

// Bad neighbours: one key for several audiences.

type clients struct{ key []byte }

// For signs for the client that its caller names.
func (o *clients) For(client, user string) (string, error) {
	c := jwt.MapClaims{"sub": user, "aud": client, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(o.key)
}

func (o *clients) verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return o.key, nil }) // want missing-audience "audience (aud)"
}

type mixed struct{ key []byte }

func (o *mixed) sign(user, audience string) (string, error) {
	c := jwt.MapClaims{"sub": user, "aud": audience, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(o.key)
}

func (o *mixed) tokens(user string) (access, refresh string, err error) {
	if access, err = o.sign(user, "api"); err != nil {
		return "", "", err
	}
	refresh, err = o.sign(user, "renewal")
	return access, refresh, err
}

func (o *mixed) verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return o.key, nil }) // want missing-audience "audience (aud)"
}
