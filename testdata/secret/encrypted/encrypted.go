// Package encrypted encrypts tokens, and decrypts them, with keys of its own.
package encrypted

import (
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"os"

	"github.com/go-jose/go-jose/v3"
	jose4 "github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/kataras/jwt"
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwe"
)

func direct() (jose.Encrypter, error) {
	return jose.NewEncrypter(jose.A256GCM, jose.Recipient{
		Algorithm: jose.DIRECT,
		Key:       []byte("0123456789abcdef0123456789abcdef"), // want hardcoded-secret
	}, nil)
}

func opened(e *jose4.JSONWebEncryption) ([]byte, error) {
	return e.Decrypt([]byte("fedcba9876543210fedcba9876543210")) // want hardcoded-secret
}

func nested(t *josejwt.NestedJSONWebToken) (*josejwt.JSONWebToken, error) {
	return t.Decrypt([]byte("00000000000000000000000000000000")) // want hardcoded-secret
}

func gcm() (jwt.InjectFunc, jwt.InjectFunc, error) {
	return jwt.GCM([]byte("11111111111111111111111111111111"), nil) // want hardcoded-secret
}

func jwx(payload []byte) ([]byte, error) {
	return jwe.Encrypt(payload, jwe.WithKey(jwa.DIRECT, []byte("22222222222222222222222222222222"))) // want hardcoded-secret
}

// Near misses: keys of the length that the cipher wants, from the environment, which an empty one
// makes fail, public keys.

func random() (jose.Encrypter, error) {
	key := make([]byte, 16)
	if _, err := rand.Read(key); err != nil {
		return nil, err
	}
	return jose.NewEncrypter(jose.A128GCM, jose.Recipient{Algorithm: jose.DIRECT, Key: key}, nil)
}

func fromEnv() (jose.Encrypter, error) {
	return jose.NewEncrypter(jose.A256GCM, jose.Recipient{Algorithm: jose.DIRECT, Key: []byte(os.Getenv("ENCRYPTED_KEY"))}, nil)
}

func checked() (jose.Encrypter, error) {
	key := []byte(os.Getenv("ENCRYPTED_OTHER"))
	if len(key) != 16 {
		return nil, errors.New("16 bytes")
	}
	return jose.NewEncrypter(jose.A128GCM, jose.Recipient{Algorithm: jose.A128KW, Key: key}, nil)
}

func public(key *rsa.PublicKey) (jose.Encrypter, error) {
	return jose.NewEncrypter(jose.A256GCM, jose.Recipient{Algorithm: jose.RSA_OAEP_256, Key: key}, nil)
}

// A file has the key.
func fromFile(payload any) ([]byte, error) {
	key, err := jwt.LoadHMAC("./keys/hmac.key")
	if err != nil {
		return nil, err
	}
	return jwt.Sign(jwt.HS256, key, payload)
}
