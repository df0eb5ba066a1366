package tokens

// This file has the keys. A key has an id, which tokens name in their header (kid), so that the key
// of new tokens can be changed while those of the previous one still work.

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// MinKeyLen is the number of bytes that a key must have: those of the hash of HS256 (RFC 7518, section
// 3.2).
const MinKeyLen = 32

// ErrUnknownKey is the error of tokens that name a key which there is not, or no longer.
var ErrUnknownKey = errors.New("the token is of an unknown key")

// Key is a random secret with its id.
type Key struct {
	ID     string
	secret []byte
}

// GenerateKey returns the text of a new key, for the secret store of one environment.
func GenerateKey(id string) string {
	secret := make([]byte, MinKeyLen)
	rand.Read(secret)
	return id + ":" + base64.StdEncoding.EncodeToString(secret)
}

// ParseKey reads a key that GenerateKey has written. It refuses one that is short: no service starts with
// a key that can be guessed, or with none.
func ParseKey(text string) (Key, error) {
	id, encoded, ok := strings.Cut(text, ":")
	if !ok || id == "" {
		return Key{}, errors.New("a key has the form id:base64")
	}
	secret, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return Key{}, fmt.Errorf("the key is not base64: %w", err)
	}
	if len(secret) < MinKeyLen {
		return Key{}, fmt.Errorf("the key has %d bytes, and %d are needed", len(secret), MinKeyLen)
	}
	return Key{id, secret}, nil
}

// LogValue shows the id alone, wherever a key gets into a log.
func (k Key) LogValue() slog.Value { return slog.StringValue(k.ID) }

// Ring signs with the current key and verifies with the previous ones, too.
type Ring struct {
	current Key
	secrets map[string][]byte // by id
}

// NewRing returns a ring of at least one key.
func NewRing(current Key, previous ...Key) *Ring {
	r := &Ring{current, map[string][]byte{current.ID: current.secret}}
	for _, k := range previous {
		r.secrets[k.ID] = k.secret
	}
	return r
}

// ParseRing reads keys between commas: the current one and, while keys are changed, those before.
func ParseRing(text string) (*Ring, error) {
	var list []Key
	for part := range strings.SplitSeq(text, ",") {
		k, err := ParseKey(part)
		if err != nil {
			return nil, err
		}
		list = append(list, k)
	}
	return NewRing(list[0], list[1:]...), nil
}

// Sign returns a token with the claims.
func (r *Ring) Sign(claims jwt.Claims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	token.Header["kid"] = r.current.ID
	return token.SignedString(r.current.secret)
}

// Keyfunc returns the key that a token names. An expired token stays an expired token: there is no
// second attempt with another key whose error could hide it.
func (r *Ring) Keyfunc(token *jwt.Token) (any, error) {
	id, _ := token.Header["kid"].(string)
	secret, ok := r.secrets[id]
	if !ok {
		return nil, ErrUnknownKey
	}
	return secret, nil
}
