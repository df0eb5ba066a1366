// Package keys has tests of the length of keys that say much or nothing, and counters that do.
package keys

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"expvar"
	"log"
	"log/slog"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

var errKey = errors.New("key")

// Manager signs with a key of 32 bytes or more; what is shorter than 64 is said, and used.
type Manager struct{ secret []byte }

// New makes one.
func New() (*Manager, error) {
	secret := os.Getenv("JWT_SECRET")
	if len(secret) < 32 {
		return nil, errKey
	}
	if len(secret) < 64 {
		log.Println("JWT_SECRET has less than 64 bytes")
	}
	return &Manager{[]byte(secret)}, nil
}

// Sign signs.
func (m *Manager) Sign(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(10 * time.Minute).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(m.secret)
}

// proof verifies with the public key that the proof of a client (DPoP) brings: how long it is says
// nothing of the keys of the program.
func proof(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		jwk, _ := t.Header["jwk"].(map[string]any)
		text, _ := jwk["x"].(string)
		x, err := base64.RawURLEncoding.DecodeString(text)
		if err != nil || len(x) != ed25519.PublicKeySize {
			return nil, errKey
		}
		return ed25519.PublicKey(x), nil
	}, jwt.WithValidMethods([]string{"EdDSA"}))
}

var operations = expvar.NewMap("operations")

// createProduct counts what has nothing to do with tokens.
func createProduct(err error) {
	operations.Add("create_product.started", 1)
	if err != nil {
		operations.Add("create_product.failed", 1)
	}
}

// login counts those that fail.
func login(err error) {
	operations.Add("login.started", 1)
	if err != nil {
		operations.Add("login.failed", 1)
	}
}

var _ = []any{proof, createProduct, login}

// refused logs what is refused for those who debug the program, and for those who watch it.
func refused(raw string) error {
	if _, err := proof(raw); err != nil {
		slog.Debug("token refused", "error", err)
		return err
	}
	if _, err := proof(raw); err != nil {
		operations.Add("tokens.refused", 1)
		return err
	}
	return nil
}

var _ = refused

// clientSecret names its key to the provider of logins, which knows it; the tokens of Manager do not.
func clientSecret(key []byte) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
		"iss": "team", "aud": "https://id.example.com", "exp": time.Now().Add(time.Minute).Unix(),
	})
	token.Header["kid"] = "key-1"
	return token.SignedString(key)
}

var _ = clientSecret

// ending reads the end of a token that may have expired, for the entry of a deny list.
func ending(raw string) time.Time {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) {
		return []byte(os.Getenv("JWT_SECRET")), nil
	}, jwt.WithoutClaimsValidation(), jwt.WithValidMethods([]string{"HS256"}))
	if err != nil || claims.ExpiresAt == nil {
		return time.Time{}
	}
	return claims.ExpiresAt.Time
}

var _ = ending

// session is a row of a table, whose key has nothing to do with tokens.
type session struct{ KeyID string }

func record(user string) (string, error) {
	_ = session{KeyID: user}
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(10 * time.Minute).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("JWT_SECRET")))
}

var _ = record

// either has one of two algorithms, and accepts that one.
type either struct{ method jwt.SigningMethod }

func newEither(name string) *either {
	if name == "EdDSA" {
		return &either{jwt.SigningMethodEdDSA}
	}
	return &either{jwt.SigningMethodES256}
}

func (e *either) check(raw string, key any) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil },
		jwt.WithValidMethods([]string{e.method.Alg()}))
	return err
}

var _ = []any{newEither, (*either).check}
