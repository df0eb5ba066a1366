package oidc

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
)

type payload struct {
	Subject string `json:"sub"`
	Expiry  int64  `json:"exp"`
	Scope   string `json:"scope"`
}

// A key set verifies nothing but the signature.
func accessToken(ctx context.Context, keys oidc.KeySet, raw string) (string, error) {
	data, err := keys.VerifySignature(ctx, raw) // want validation-disabled "verifies only the signature"
	if err != nil {
		return "", err
	}
	var p payload
	if err := json.Unmarshal(data, &p); err != nil {
		return "", err
	}
	return p.Subject + p.Scope, nil
}

func remote(ctx context.Context, raw string) (any, error) {
	data, err := oidc.NewRemoteKeySet(ctx, "https://id.example.com/keys").VerifySignature(ctx, raw) // want validation-disabled "expired tokens"
	if err != nil {
		return nil, err
	}
	claims := map[string]any{}
	if err := json.Unmarshal(data, &claims); err != nil {
		return nil, err
	}
	return claims["sub"], nil
}

// What follows is good.

func fresh(ctx context.Context, keys oidc.KeySet, raw string) (string, error) {
	data, err := keys.VerifySignature(ctx, raw)
	if err != nil {
		return "", err
	}
	var p payload
	if err := json.Unmarshal(data, &p); err != nil {
		return "", err
	}
	if time.Now().Unix() > p.Expiry {
		return "", errors.New("expired")
	}
	return p.Subject, nil
}

// either is a key set of two: whoever asks it checks the claims.
type either struct{ first, second oidc.KeySet }

func (e either) VerifySignature(ctx context.Context, raw string) ([]byte, error) {
	data, err := e.first.VerifySignature(ctx, raw)
	if err == nil {
		return data, nil
	}
	return e.second.VerifySignature(ctx, raw)
}

// signed needs no claim.
func signed(ctx context.Context, keys *oidc.StaticKeySet, raw string) error {
	_, err := keys.VerifySignature(ctx, raw)
	return err
}
