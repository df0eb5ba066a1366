// Package ended revokes claims, writes down that it did, and has keys beside their names.
package ended

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/testdata/inventory/store"
)

func logout(ctx context.Context, l *store.List, claims *jwt.RegisteredClaims) error {
	if err := l.Revoke(ctx, claims); err != nil {
		return err
	}
	return nil
}

// told writes down which one it was.
func told(l interface{ Revoked(jti string) }, claims *jwt.RegisteredClaims) { l.Revoked(claims.ID) }

type key struct {
	id     string
	secret []byte
}

func parse(text string) (key, error) {
	id, encoded, _ := strings.Cut(text, ":")
	secret, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(secret) < 32 {
		return key{}, errors.New("no key")
	}
	if len(id) < 64 {
		return key{}, errors.New("no id")
	}
	return key{id, secret}, nil
}

func (k key) sign() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{}).SignedString(k.secret)
}
