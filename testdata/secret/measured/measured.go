// Package measured tests the length of keys by way of variables, factors and parameters.
package measured

import (
	"encoding/hex"
	"errors"
	"fmt"
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func lengthInVariable(tok *jwt.Token) (string, error) {
	key := []byte(os.Getenv("LENGTH_IN_VARIABLE"))
	if n := len(key); n < 32 {
		return "", fmt.Errorf("%d bytes are too few", n)
	}
	return tok.SignedString(key)
}

func lengthBesideLimit(tok *jwt.Token) (string, error) {
	key := os.Getenv("LENGTH_BESIDE_LIMIT")
	have, want := len(key), 256/8
	if have < want {
		return "", errors.New("too short")
	}
	return tok.SignedString([]byte(key))
}

func lengthOfDecoded(tok *jwt.Token) (string, error) {
	key, err := hex.DecodeString(os.Getenv("LENGTH_OF_DECODED"))
	if err != nil {
		return "", err
	}
	n := len(key)
	if n < 32 {
		return "", errors.New("too short")
	}
	return tok.SignedString(key)
}

func lengthInSwitch(tok *jwt.Token) (string, error) {
	secret := os.Getenv("LENGTH_IN_SWITCH")
	switch n := len(secret); {
	case n == 0:
		return "", errors.New("not set")
	case n < 32:
		return "", errors.New("too short")
	}
	return tok.SignedString([]byte(secret))
}

func lengthIsTag(tok *jwt.Token) (string, error) {
	secret := os.Getenv("LENGTH_IS_TAG")
	switch len(secret) {
	case 0:
		return "", errors.New("not set")
	}
	return tok.SignedString([]byte(secret))
}

func textIsTag(tok *jwt.Token) (string, error) {
	switch secret := os.Getenv("TEXT_IS_TAG"); secret {
	case "", "changeme":
		return "", errors.New("not set")
	default:
		return tok.SignedString([]byte(secret))
	}
}

func bits(tok *jwt.Token) (string, error) {
	key := []byte(os.Getenv("BITS"))
	if 8*len(key) < 256 {
		return "", errors.New("too short")
	}
	return tok.SignedString(key)
}

func bitsInVariable(tok *jwt.Token) (string, error) {
	key := []byte(os.Getenv("BITS_IN_VARIABLE"))
	size := len(key) * 8
	if size < 256 {
		return "", errors.New("too short")
	}
	return tok.SignedString(key)
}

// fewBits admits eight bytes.
func fewBits(tok *jwt.Token) (string, error) {
	key := []byte(os.Getenv("FEW_BITS"))
	if 8*len(key) < 64 { // want short-secret
		return "", errors.New("too short")
	}
	return tok.SignedString(key)
}

// atLeast ends the program where a variable is shorter than its caller asks for.
func atLeast(name string, n int) string {
	v := os.Getenv(name)
	if len(v) < n {
		log.Fatalf("%s: %d of %d bytes", name, len(v), n)
	}
	return v
}

type config struct{ key, user []byte }

func newConfig(key, user []byte) *config { return &config{key, user} }

func load() *config {
	return newConfig([]byte(atLeast("AT_LEAST", 32)), []byte(atLeast("USER_NAME", 3)))
}

func (c *config) sign(tok *jwt.Token) (string, error) { return tok.SignedString(c.key) }

type limits struct{ min int }

func (l limits) read(name string) ([]byte, error) {
	v := os.Getenv(name)
	if l.min > len(v) {
		return nil, errors.New("too short")
	}
	return []byte(v), nil
}

func limitInField(tok *jwt.Token, l limits) (string, error) {
	key, err := l.read("LIMIT_IN_FIELD")
	if err != nil {
		return "", err
	}
	return tok.SignedString(key)
}

// counted walks over a key: nothing is tested.
func counted(tok *jwt.Token) (string, error) {
	key := []byte(os.Getenv("COUNTED")) // want unchecked-secret
	sum := 0
	for i := 0; i < len(key); i++ {
		sum += int(key[i])
	}
	for i := 0; len(key) > i; i++ {
		sum -= int(key[i])
	}
	log.Print(sum)
	return tok.SignedString(key)
}

// tooLong refuses what is long, and takes what is empty.
func tooLong(tok *jwt.Token, most int) (string, error) {
	key := []byte(os.Getenv("TOO_LONG")) // want unchecked-secret
	if n := len(key); n > 512 {
		return "", errors.New("too long")
	}
	if len(key) > most {
		return "", errors.New("too long")
	}
	return tok.SignedString(key)
}

// otherLength tests the length of something else, which the same variable held.
func otherLength(tok *jwt.Token, name string) (string, error) {
	n := len(name)
	key := []byte(os.Getenv("OTHER_LENGTH")) // want unchecked-secret
	if n < 32 {
		return "", errors.New("name is too short")
	}
	return tok.SignedString(key)
}

// equal compares two lengths, which may both be 0.
func equal(tok *jwt.Token) (string, error) {
	key := []byte(os.Getenv("EQUAL_ONE"))   // want unchecked-secret
	other := []byte(os.Getenv("EQUAL_TWO")) // want unchecked-secret
	if len(key) < len(other) {
		key, other = other, key
	}
	return tok.SignedString(key)
}
