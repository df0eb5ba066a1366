// Package gojose signs tokens of go-jose, whose builder merges the claims that it is given.
package gojose

import (
	"time"

	jose3 "github.com/go-jose/go-jose/v3"
	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

type profile struct {
	Name string `json:"name"`
}

func missing(s jose.Signer, user string) {
	jwt.Signed(s).Claims(jwt.Claims{Subject: user}).Serialize() // want missing-expiry
}

func merged(s jose3.Signer, user string) {
	builder := jwt3.Signed(s).Claims(jwt3.Claims{Subject: user})
	builder = builder.Claims(profile{"me"})
	builder.CompactSerialize() // want missing-expiry
}

func year(key []byte, user string) {
	s, err := jose3.NewSigner(jose3.SigningKey{Algorithm: jose3.HS256, Key: key}, nil)
	if err != nil {
		return
	}
	cl := jwt3.Claims{Subject: user, Expiry: jwt3.NewNumericDate(time.Now().Add(365 * 24 * time.Hour))} // want long-expiry "365 days"
	jwt3.Signed(s).Claims(cl).CompactSerialize()
}

func milliseconds(s jose.Signer) {
	end := jwt.NumericDate(time.Now().Add(time.Hour).UnixMilli())
	jwt.Signed(s).Claims(jwt.Claims{Expiry: &end}).Serialize() // want expiry-unit "milliseconds"
}

func mapped(s jose.Signer) {
	jwt.Signed(s).Claims(map[string]any{"sub": "me", "expiresAt": time.Now().Add(time.Hour).Unix()}).Serialize() // want expiry-name
}

// Near misses.

func second(s jose.Signer, user string) {
	jwt.Signed(s).Claims(profile{user}).Claims(jwt.Claims{Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))}).Serialize()
}

func assigned(s jose3.Signer) {
	var cl jwt3.Claims
	cl.Expiry = jwt3.NewNumericDate(time.Now().Add(time.Hour))
	jwt3.Signed(s).Claims(cl).CompactSerialize()
}

func unseen(s jose.Signer, claims any, b jwt.Builder) {
	jwt.Signed(s).Claims(profile{"me"}).Claims(claims).Serialize()
	b.Claims(profile{"me"}).Serialize()
}

// Payloads that are no tokens.
func payload(s jose.Signer, body []byte) {
	obj, _ := s.Sign(body)
	obj.CompactSerialize()
}
