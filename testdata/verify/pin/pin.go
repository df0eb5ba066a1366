// Package pin lets tokens choose the algorithm that verifies them, where the key allows it.
package pin

import (
	"crypto"
	"crypto/rsa"
	"errors"
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

const publicPEM = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9
q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==
-----END PUBLIC KEY-----
`

func literal(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { // want unpinned-alg "text of a public key"
		return []byte(publicPEM), nil
	})
	return err
}

func file(raw string) error {
	pem, err := os.ReadFile("keys/public.pem")
	if err != nil {
		log.Fatal(err)
	}
	_, err = jwt.Parse(raw, func(*jwt.Token) (any, error) { return pem, nil }) // want unpinned-alg "text of a public key"
	return err
}

// the header chooses between an HMAC and RSA, with one key for both
func chosen(raw string, key any) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{"HS256", "RS256"})) // want unpinned-alg "HS256 and RS256 are accepted for one key"
	return err
}

// What follows is good, or a matter of practice only.

func parsed(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) {
		return jwt.ParseRSAPublicKeyFromPEM([]byte(publicPEM))
	})
	return err
}

func typed(raw string, key *rsa.PublicKey) error {
	//jwtvet:ignore unpinned-alg -- needed with -strict, and no burden without
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil })
	return err
}

func secret(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) { return key, nil })
	return err
}

// names of files that hold secrets
func private(raw string) error {
	key, err := os.ReadFile("keys/private.pem")
	if err != nil {
		log.Fatal(err)
	}
	_, err = jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil })
	return err
}

var errMethod = errors.New("another method")

// text of a public key where only its algorithms are accepted fails, and does not pass
func fails(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(publicPEM), nil }, jwt.WithValidMethods([]string{"ES256"}))
	return err
}

func switched(raw string, shared []byte, public *rsa.PublicKey) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		switch t.Method.(type) {
		case *jwt.SigningMethodHMAC:
			return shared, nil
		case *jwt.SigningMethodRSA:
			return public, nil
		}
		return nil, errMethod
	})
	return err
}

// Keys that the keyfunc chooses by the algorithm, or whose type is no secret, are not one key for both.

func byMethod(raw string, secret []byte, keys map[string]any) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		switch t.Method.(type) {
		case *jwt.SigningMethodHMAC:
			return secret, nil
		case *jwt.SigningMethodRSA:
			kid, _ := t.Header["kid"].(string)
			return keys[kid], nil
		}
		return nil, errors.New("unexpected method")
	}, jwt.WithValidMethods([]string{"HS256", "RS256", "ES256"}))
	return err
}

func publicOrSecret(raw string, secret []byte, public crypto.PublicKey) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if public != nil {
			return public, nil
		}
		return secret, nil
	}, jwt.WithValidMethods([]string{"HS256", "EdDSA"}))
	return err
}

func signer(raw string, key crypto.Signer) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) { return key.Public(), nil }, jwt.WithValidMethods([]string{"HS256", "EdDSA"}))
	return err
}

// the keyfunc looks at another part of the header and has one key of any type for both
func byID(raw string, keys map[string]any) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		return keys[kid], nil
	}, jwt.WithValidMethods([]string{"HS256", "ES256"})) // want unpinned-alg "HS256 and ES256"
	return err
}
