// Package branches has keyfuncs with a key for each algorithm: a good one says nothing of a bad one beside it.
package branches

import (
	"crypto/rsa"
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

type verifier struct {
	public *rsa.PublicKey
	keys   map[string]*rsa.PublicKey
}

var errMethod = errors.New("unexpected method")

// switched has a secret beside a public key.
func (v *verifier) switched(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		switch t.Method.(type) {
		case *jwt.SigningMethodRSA:
			return v.public, nil
		case *jwt.SigningMethodHMAC:
			return []byte(os.Getenv("BRANCHES_A")), nil // want unchecked-secret
		}
		return nil, errMethod
	})
}

// helped does the same in a method.
func (v *verifier) helped(t *jwt.Token) (any, error) {
	if t.Method.Alg() == "RS256" {
		return v.find(t)
	}
	return []byte("helped-secret"), nil // want hardcoded-secret
}

func (v *verifier) find(t *jwt.Token) (*rsa.PublicKey, error) {
	kid, _ := t.Header["kid"].(string)
	if k := v.keys[kid]; k != nil {
		return k, nil
	}
	return nil, errors.New("unknown key")
}

func (v *verifier) verify(raw string) (*jwt.Token, error) { return jwt.Parse(raw, v.helped) }

// keyOf is what a keyfunc returns as it is.
func keyOf(alg string, public *rsa.PublicKey) (any, error) {
	if alg == "RS256" {
		return public, nil
	}
	return []byte(os.Getenv("BRANCHES_B")), nil // want unchecked-secret
}

func (v *verifier) returned(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { return keyOf(t.Method.Alg(), v.public) })
}

// set accepts this year's key and last year's.
func set(*jwt.Token) (any, error) {
	return jwt.VerificationKeySet{Keys: []jwt.VerificationKey{
		[]byte(os.Getenv("BRANCHES_C")), // want unchecked-secret
		[]byte("last-year"),             // want hardcoded-secret
	}}, nil
}

func rotated(raw string) (*jwt.Token, error) { return jwt.Parse(raw, set) }

// Near misses.

func checked(raw string, public *rsa.PublicKey) (*jwt.Token, error) {
	secret := os.Getenv("BRANCHES_D")
	if len(secret) < 32 {
		return nil, errors.New("BRANCHES_D is too short")
	}
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); ok {
			return []byte(secret), nil
		}
		return public, nil
	})
}

// One value with a fallback is one way: the constant is a default.
func fallback(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) {
		if s := os.Getenv("BRANCHES_E"); s != "" {
			return []byte(s), nil
		}
		return []byte("local"), nil // want default-secret
	})
}

// A text that is parsed as a public key is no secret.
func parsed(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodRSA); ok {
			return jwt.ParseRSAPublicKeyFromPEM([]byte(os.Getenv("BRANCHES_PUBLIC")))
		}
		return nil, errMethod
	})
}

// A constant of a type of its own is a mark of what verifies, not a key.
type mark string

const unsigned mark = "tokens without a signature are accepted"

func (v *verifier) marked(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Method.Alg() == "none" {
			return unsigned, nil
		}
		return v.public, nil
	})
}

// Converted to bytes it is one.
func (v *verifier) converted(raw string) (*jwt.Token, error) {
	const secret mark = "secret" // want hardcoded-secret
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); ok {
			return []byte(secret), nil
		}
		return v.public, nil
	})
}
