// Package keyset verifies with the keys that a provider publishes.
package keyset

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
)

func verify(raw string, published io.Reader) (*jwt.Token, error) {
	var set jose.JSONWebKeySet
	if err := json.NewDecoder(published).Decode(&set); err != nil {
		return nil, err
	}
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		keys := set.Key(kid)
		if len(keys) == 0 {
			return nil, errors.New("unknown key")
		}
		return keys[0].Key, nil
	})
}

// A type of the program may hold anything.
type entry struct{ Key any }

func verifyOwn(raw string, entries map[string]entry) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want unpinned-alg "algorithm confusion"
		kid, _ := t.Header["kid"].(string)
		return entries[kid].Key, nil
	})
}
