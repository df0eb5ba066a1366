// Package gojose hands keys to go-jose: to a signer that is made before, or to the call that reads the claims.
package gojose

import (
	"crypto/rand"
	"os"

	jose3 "github.com/go-jose/go-jose/v3"
	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	jose2 "gopkg.in/square/go-jose.v2"
	jwt2 "gopkg.in/square/go-jose.v2/jwt"
)

func signer() (jose.Signer, error) {
	return jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte("the key of a signer")}, nil) // want hardcoded-secret
}

var key = []byte("the key of two signers") // want hardcoded-secret

func signers() {
	jose3.NewSigner(jose3.SigningKey{Algorithm: jose3.HS256, Key: key}, nil)
	jose2.NewSigner(jose2.SigningKey{Algorithm: jose2.HS256, Key: key}, (&jose2.SignerOptions{}).WithType("JWT"))
}

// What is filled in field by field.
func fields() {
	var k jose3.SigningKey
	k.Algorithm = jose3.HS512
	k.Key = []byte("the key of a field") // want hardcoded-secret
	jose3.NewSigner(k, nil)
}

func wrapped() {
	jose3.NewSigner(jose3.SigningKey{Algorithm: jose3.HS256, Key: jose3.JSONWebKey{Key: []byte("the key of a JWK"), KeyID: "one"}}, nil) // want hardcoded-secret
}

func read(raw string) {
	tok, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return
	}
	var c jwt.Claims
	tok.Claims([]byte("the key of a reader"), &c) // want hardcoded-secret
}

func read3(raw string) {
	tok, _ := jwt3.ParseSigned(raw)
	var c jwt3.Claims
	tok.Claims([]byte(os.Getenv("GOJOSE_A")), &c) // want unchecked-secret
}

func read2(raw string) {
	tok, _ := jwt2.ParseSigned(raw)
	secret := os.Getenv("GOJOSE_B")
	if secret == "" {
		secret = "the fallback" // want default-secret
	}
	tok.Claims([]byte(secret))
}

func payload(raw string) {
	obj, _ := jose3.ParseSigned(raw)
	obj.Verify([]byte("the key of a payload")) // want hardcoded-secret
}

func short() {
	k := make([]byte, 24)
	rand.Read(k) // want short-secret "HS256 requires 32"
	jose3.NewSigner(jose3.SigningKey{Algorithm: jose3.HS256, Key: k}, nil)
}

func text(secret string) {
	jose3.NewSigner(jose3.SigningKey{Algorithm: jose3.HS256, Key: secret}, nil) // want key-type "a string"
}

// Near misses.

// v4 refuses a key that is empty or shorter than the hash.
func refused(raw string) {
	jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte(os.Getenv("GOJOSE_C"))}, nil)
	k := make([]byte, 24)
	rand.Read(k)
	jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: k}, nil)
}

// A public key of somebody else, and claims that are read without one.
func public(raw string, set jose.JSONWebKeySet, pub any) {
	tok, _ := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
	var c jwt.Claims
	tok.UnsafeClaimsWithoutVerification(&c)
	tok.Claims(pub, &c)
	tok.Claims(set, &c)
	_ = jose.JSONWebKey{Key: pub, KeyID: "the id of a key", Algorithm: "RS256", Use: "sig"}
}
