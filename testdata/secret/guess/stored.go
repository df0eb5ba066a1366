package guess

import (
	"crypto/rand"
	"encoding/hex"
	"log"
	weak "math/rand"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// The key is made once and then kept in a database, of which nothing is known here.

var storedKey []byte

// Store is a database.
type Store interface {
	Get(name string) (string, error)
	Put(name, value string) error
}

var database Store

func storedSecret() (string, error) { return database.Get("secret") }

// StoreSecret keeps a key.
func StoreSecret(secret string) error { return database.Put("secret", secret) }

func init() {
	secret, err := storedSecret()
	if err != nil {
		storedKey = []byte(someLetters(64))
		if err := StoreSecret(string(storedKey)); err != nil {
			log.Fatal(err)
		}
	} else {
		storedKey = []byte(secret)
	}
}

func someLetters(n int) string {
	const charset = "abcdefghijklmnopqrstuvwxyz"
	r := weak.New(weak.NewSource(time.Now().UnixNano()))
	out := make([]byte, n)
	for i := range out {
		out[i] = charset[r.Intn(len(charset))] // want predictable-secret "can be one of a weak random number generator"
	}
	return string(out)
}

func signStored(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(storedKey)
}

// Near miss: the other random source.

var strongKey []byte

func initStrong() {
	secret, err := storedSecret()
	if err != nil {
		secret = hexadecimal()
	}
	strongKey = []byte(secret)
}

func hexadecimal() string {
	out := make([]byte, 32)
	rand.Read(out)
	return hex.EncodeToString(out) + time.Now().Format("2006")
}

func signStrong(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(strongKey)
}
