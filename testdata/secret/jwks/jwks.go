// Package jwks reads sets of keys as JSON: one without keys is no key.
package jwks

import (
	"encoding/json"
	"os"

	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwk"
	jwxjwt "github.com/lestrrat-go/jwx/v2/jwt"
)

func env(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}

func none(raw string) (jwxjwt.Token, error) {
	set, err := jwk.Parse([]byte(env("JWKS", "{}")))
	if err != nil {
		return nil, err
	}
	return jwxjwt.Parse([]byte(raw), jwxjwt.WithKeySet(set))
}

func noKeys(raw string) (jwxjwt.Token, error) {
	set, err := jwk.Parse([]byte(env("JWKS_JSON", `{"keys": []}`)))
	if err != nil {
		return nil, err
	}
	return jwxjwt.Parse([]byte(raw), jwxjwt.WithKeySet(set))
}

func keyfuncs(raw string) (*jwt.Token, error) {
	kf, err := keyfunc.NewJWKSetJSON(json.RawMessage(env("JWT_KEYS", `{"keys":[]}`)))
	if err != nil {
		return nil, err
	}
	return jwt.Parse(raw, kf.Keyfunc)
}

// Bad neighbours: a set with a secret in it, and a text that only looks empty.

func shared(raw string) (jwxjwt.Token, error) {
	set, err := jwk.Parse([]byte(env("JWKS_SHARED", `{"keys":[{"kty":"oct","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I"}]}`))) // want default-secret
	if err != nil {
		return nil, err
	}
	return jwxjwt.Parse([]byte(raw), jwxjwt.WithKeySet(set))
}

func braces(raw string) (*jwt.Token, error) {
	key := env("JWKS_BRACES", "{secret}") // want default-secret
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(key), nil })
}
