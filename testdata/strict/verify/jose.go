package verify

import (
	"crypto"
	"errors"
	"os"
	"time"

	"github.com/go-jose/go-jose/v3"
	"github.com/go-jose/go-jose/v3/jwt"
)

// kept takes any algorithm that fits the key.
func kept(raw string, secret []byte) error {
	token, err := jwt.ParseSigned(raw)
	if err != nil {
		return err
	}
	var c jwt.Claims
	if err := token.Claims(secret, &c); err != nil { // want unpinned-alg "not restricted"
		return err
	}
	return c.Validate(jwt.Expected{Issuer: "https://example.org", Time: time.Now()})
}

// chosen gets the key from its caller's function, which sees the token.
func chosen(raw string, pick func(*jwt.JSONWebToken) (crypto.PublicKey, error)) error {
	token, err := jwt.ParseSigned(raw)
	if err != nil {
		return err
	}
	key, err := pick(token)
	if err != nil {
		return err
	}
	var c jwt.Claims
	if err := token.Claims(key, &c); err != nil {
		return err
	}
	return c.Validate(jwt.Expected{Issuer: "https://example.org", Time: time.Now()})
}

var set = jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: []byte(os.Getenv("KEY")), Algorithm: "HS256"}}}

// matched compares the algorithm of the token with that of the key.
func matched(raw string) error {
	token, err := jwt.ParseSigned(raw)
	if err != nil {
		return err
	}
	key := set.Keys[0]
	if len(token.Headers) == 0 || token.Headers[0].Algorithm != key.Algorithm {
		return errors.New("another algorithm")
	}
	var c jwt.Claims
	if err := token.Claims(key.Key, &c); err != nil {
		return err
	}
	return c.Validate(jwt.Expected{Issuer: "https://example.org", Time: time.Now()})
}

// another compares that of another token.
func another(raw string, other *jwt.JSONWebToken) error {
	token, err := jwt.ParseSigned(raw)
	if err != nil {
		return err
	}
	if other.Headers[0].Algorithm != set.Keys[0].Algorithm {
		return errors.New("another algorithm")
	}
	var c jwt.Claims
	if err := token.Claims(set.Keys[0].Key, &c); err != nil { // want unpinned-alg "not restricted"
		return err
	}
	return c.Validate(jwt.Expected{Issuer: "https://example.org", Time: time.Now()})
}
