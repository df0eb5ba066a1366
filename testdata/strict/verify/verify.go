// Package verify has verifications that are safe today because the library holds the type of the key against the
// algorithm.
package verify

import (
	"crypto"
	"crypto/rsa"
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

type service struct {
	key    []byte
	parser *jwt.Parser
}

func (s *service) pick(*jwt.Token) (any, error) { return s.key, nil }

func (s *service) sign(user string, exp int64) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS384, jwt.MapClaims{"sub": user, "iss": "https://example.org", "exp": exp}).SignedString(s.key)
}

func (s *service) verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, s.pick) // want unpinned-alg "only the type of the key, []byte, keeps out" missing-audience "issuer (iss)"
}

func public(raw string, key *rsa.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }) // want unpinned-alg "only the type of the key, *rsa.PublicKey, keeps out"
}

// either key may be taken: the list that holds them does not say for which algorithm each is
func (s *service) either(raw string, keys []any) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return keys[0], nil }) // want unpinned-alg "the token chooses how it is verified"
}

// What follows is good.

var options = []jwt.ParserOption{jwt.WithValidMethods([]string{"HS384"}), jwt.WithIssuer("https://example.org")}

func (s *service) spread(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, s.pick, options...)
}

func (s *service) appended(raw string, more bool) (*jwt.Token, error) {
	opts := []jwt.ParserOption{jwt.WithIssuer("https://example.org")}
	if more {
		opts = append(opts, jwt.WithLeeway(0))
	}
	opts = append(opts, jwt.WithValidMethods([]string{jwt.SigningMethodHS384.Alg()}))
	return jwt.Parse(raw, s.pick, opts...)
}

func newService(key []byte) *service {
	return &service{key, jwt.NewParser(jwt.WithValidMethods([]string{"HS384"}), jwt.WithIssuer("https://example.org"))}
}

func (s *service) helper(raw string) (*jwt.Token, error) { return s.parser.Parse(raw, s.pick) }

func (s *service) asserted(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, errors.New("another method")
		}
		return s.key, nil
	}, jwt.WithIssuer("https://example.org"))
}

func (s *service) elsewhere(t *jwt.Token) (any, error) {
	if err := method(t); err != nil {
		return nil, err
	}
	return s.key, nil
}

func method(t *jwt.Token) error {
	if "HS384" != t.Header["alg"] {
		return errors.New("another method")
	}
	return nil
}

func (s *service) value(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, s.elsewhere, jwt.WithIssuer("https://example.org"))
}

func (s *service) after(raw string) (*jwt.Token, error) {
	token, err := jwt.Parse(raw, s.pick, jwt.WithIssuer("https://example.org"))
	if err != nil || token.Method.Alg() != jwt.SigningMethodHS384.Alg() {
		return nil, errors.New("no")
	}
	return token, nil
}

func (s *service) given(raw string, opts ...jwt.ParserOption) (*jwt.Token, error) {
	return jwt.Parse(raw, s.pick, opts...)
}

// one key for one audience: the audience is good practice.
type single struct{ key []byte }

func (s *single) sign(user string, exp int64) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS384, jwt.MapClaims{"sub": user, "aud": "api", "exp": exp}).SignedString(s.key)
}

func (s *single) verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return s.key, nil }, jwt.WithValidMethods([]string{"HS384"})) // want missing-audience "audience (aud)"
}

// no public key is bytes, as a secret is
func anyPublic(raw string, keys map[string]crypto.PublicKey) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want unpinned-alg "only the type of the key, crypto.PublicKey,"
		kid, _ := t.Header["kid"].(string)
		return keys[kid], nil
	})
}
