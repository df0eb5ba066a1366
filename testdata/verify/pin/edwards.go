package pin

import (
	"crypto/ed25519"
	"crypto/rand"
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

// A key of a named type is none that HMAC takes, although its bytes are public.

type edwards struct{ public ed25519.PublicKey }

func newEdwards(pem []byte) (*edwards, error) {
	key, err := jwt.ParseEdPublicKeyFromPEM(pem)
	if err != nil {
		return nil, err
	}
	public, ok := key.(ed25519.PublicKey)
	if !ok {
		return nil, errors.New("an Ed25519 key wanted")
	}
	return &edwards{public}, nil
}

func (e edwards) parse(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodEd25519); !ok {
			return nil, errMethod
		}
		return e.public, nil
	})
}

// the bytes of the same key are a secret that everybody knows
func edwardsBytes(raw string) (*jwt.Token, error) {
	public, _, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(public), nil }) // want unpinned-alg "text of a public key"
}
