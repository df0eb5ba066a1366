// Package types hands keys of types to algorithms that do not take them.
package types

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"

	"github.com/golang-jwt/jwt/v5"
)

func text(secret string) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(secret) // want key-type "a string"
}

func raw(pem []byte) {
	jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"events": 1}).SignedString(pem) // want key-type "byte slice"
}

func curve(pem []byte) {
	token := jwt.NewWithClaims(jwt.SigningMethodES256, jwt.MapClaims{"events": 1})
	token.SignedString(pem) // want key-type "byte slice"
}

func value(key rsa.PrivateKey) {
	jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"events": 1}).SignedString(key) // want key-type "where a pointer is needed"
}

// Near misses: what each algorithm takes, and an algorithm that is not known.

func fits(secret []byte, rs *rsa.PrivateKey, es *ecdsa.PrivateKey, ed ed25519.PrivateKey) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"events": 1}).SignedString(secret)
	jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"events": 1}).SignedString(rs)
	jwt.NewWithClaims(jwt.SigningMethodES256, jwt.MapClaims{"events": 1}).SignedString(es)
	jwt.NewWithClaims(jwt.SigningMethodEdDSA, jwt.MapClaims{"events": 1}).SignedString(ed)
}

func unknown(method jwt.SigningMethod, secret string) {
	jwt.NewWithClaims(method, jwt.MapClaims{"events": 1}).SignedString(secret)
}

func hidden(key any) {
	jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"events": 1}).SignedString(key)
}
