package types

import (
	"errors"
	"os"

	old "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

type service struct{ key string }

func newService() *service {
	key := os.Getenv("JWT_SECRET")
	if len(key) < 32 {
		panic("JWT_SECRET is too short")
	}
	return &service{key}
}

// issue takes the bytes of the key, verify forgets to.
func (s *service) issue(claims jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(s.key))
}

func (s *service) verify(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return "", errors.New("another method")
		}
		return s.key, nil // want key-type "verifying always fails"
	})
}

func (s *service) verifyOld(raw string) (*old.Token, error) {
	return old.Parse(raw, s.find)
}

func (s *service) find(*old.Token) (interface{}, error) {
	return s.key, nil // want key-type
}

// Near misses: the bytes, and a value that can be bytes.

func (s *service) verifyBytes(raw string) (*jwt.Token, error) {
	key := []byte(s.key)
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
}

func verifyAny(raw string, key any) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
}

// messageAsKey says what is wrong in the place of the key. It is none: verifying fails, as it should.
func messageAsKey(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(token *jwt.Token) (any, error) {
		if _, ok := token.Method.(*jwt.SigningMethodHMAC); !ok {
			return "not of the family HMAC", nil // want key-type
		}
		return key, nil
	})
	return err
}

// A string signs nothing and verifies nothing, an empty one neither: that it is never checked is another
// matter, until its type is right.
var plain = os.Getenv("PLAIN_KEY")

func signPlain(claims jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(plain) // want key-type "signing always fails"
}

func verifyPlain(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return plain, nil }) // want key-type
}

// One that becomes bytes in another place does.
var halved = os.Getenv("HALVED_KEY") // want unchecked-secret

func signHalved(claims jwt.RegisteredClaims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(halved))
}

func verifyHalved(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return halved, nil }) // want key-type
}
