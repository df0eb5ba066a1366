// Package size holds keys that are too short or too weak.
package size

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/hex"
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var claims = jwt.MapClaims{"events": 1}

func short() {
	key := make([]byte, 16)
	rand.Read(key) // want short-secret "16 bytes, HS256 requires 32"
	jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func array() {
	var key [32]byte
	rand.Read(key[:]) // want short-secret "32 bytes, HS512 requires 64"
	jwt.NewWithClaims(jwt.SigningMethodHS512, claims).SignedString(key[:])
}

func text() {
	jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(rand.Text())) // want short-secret "26 bytes"
}

func admitted() error {
	key := os.Getenv("SIZE_A")
	if len(key) < 8 { // want short-secret "accepts keys of 8 bytes"
		return errors.New("SIZE_A is too short")
	}
	_, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
	return err
}

// A greatest length says nothing of the least one.

func capped() error {
	key := os.Getenv("SIZE_CAPPED")
	if key == "" || len(key) > 8 {
		return errors.New("SIZE_CAPPED is too long, or not set")
	}
	_, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
	return err
}

func bounded() {
	key := os.Getenv("SIZE_BOUNDED")
	if len(key) < 16 || len(key) > 64 { // want short-secret "accepts keys of 16 bytes"
		panic("SIZE_BOUNDED is too short or too long")
	}
	jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}

func accepted() {
	key := os.Getenv("SIZE_ACCEPTED")
	if len(key) > 8 { // want short-secret "accepts keys of 9 bytes"
		jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
	}
}

func weak() {
	key, _ := rsa.GenerateKey(rand.Reader, 1024) // want weak-key "1024 bits"
	jwt.NewWithClaims(jwt.SigningMethodRS256, claims).SignedString(key)
}

// Near misses.

func long() {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		panic(err)
	}
	jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func hexed() {
	half := make([]byte, 16)
	rand.Read(half)
	jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(hex.EncodeToString(half)))
}

func strict() error {
	key := os.Getenv("SIZE_B")
	if len(key) < 32 {
		return errors.New("SIZE_B is too short")
	}
	_, err := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
	return err
}

func strong() {
	key, _ := rsa.GenerateKey(rand.Reader, 2048)
	jwt.NewWithClaims(jwt.SigningMethodRS256, claims).SignedString(key)
}

func curve() {
	key, _ := ecdsa.GenerateKey(elliptic.P224(), rand.Reader) // want weak-key "curve of 224 bits"
	jwt.NewWithClaims(jwt.SigningMethodES256, claims).SignedString(key)
}

// Near misses: a curve that is large enough, one that is chosen elsewhere.

func curves(chosen elliptic.Curve, big bool) {
	key, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	jwt.NewWithClaims(jwt.SigningMethodES256, claims).SignedString(key)

	large, _ := ecdsa.GenerateKey(elliptic.P521(), rand.Reader)
	jwt.NewWithClaims(jwt.SigningMethodES512, claims).SignedString(large)

	other, _ := ecdsa.GenerateKey(chosen, rand.Reader)
	jwt.NewWithClaims(jwt.SigningMethodES256, claims).SignedString(other)

	c := elliptic.P224()
	if big {
		c = elliptic.P384()
	}
	either, _ := ecdsa.GenerateKey(c, rand.Reader)
	jwt.NewWithClaims(jwt.SigningMethodES384, claims).SignedString(either)
}
