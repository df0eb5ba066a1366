package verify

import (
	"crypto"
	"time"

	"github.com/go-jose/go-jose/v3/jwt"
)

// kept takes any algorithm that fits the key.
func kept(raw string, secret []byte) error {
	token, err := jwt.ParseSigned(raw)
	if err != nil {
		return err
	}
	var c jwt.Claims
	if err := token.Claims(secret, &c); err != nil { // want unpinned-alg "not restricted"
		return err
	}
	return c.Validate(jwt.Expected{Issuer: "https://example.org", Time: time.Now()})
}

// chosen gets the key from its caller's function, which sees the token.
func chosen(raw string, pick func(*jwt.JSONWebToken) (crypto.PublicKey, error)) error {
	token, err := jwt.ParseSigned(raw)
	if err != nil {
		return err
	}
	key, err := pick(token)
	if err != nil {
		return err
	}
	var c jwt.Claims
	if err := token.Claims(key, &c); err != nil {
		return err
	}
	return c.Validate(jwt.Expected{Issuer: "https://example.org", Time: time.Now()})
}
