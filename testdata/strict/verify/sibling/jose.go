package sibling

import (
	"crypto"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

type provider struct {
	keys   jose.JSONWebKeySet
	key    crypto.PublicKey
	issuer string
}

// Expects has the library validate the audience.
func (p *provider) Expects(raw string) (string, error) {
	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		return "", err
	}
	var c jwt.Claims
	if err := token.Claims(p.key, &c); err != nil {
		return "", err
	}
	if c.ID == "" {
		return "", errClaims
	}
	if err := c.ValidateWithLeeway(jwt.Expected{Issuer: p.issuer, AnyAudience: []string{p.issuer}}, 0); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// Anybody takes tokens for others.
func (p *provider) Anybody(raw string) (string, error) {
	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		return "", err
	}
	var c jwt.Claims
	if err := token.Claims(p.key, &c); err != nil { // want missing-audience "not always validated"
		return "", err
	}
	if err := c.ValidateWithLeeway(jwt.Expected{Issuer: p.issuer}, 0); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// confirmed is signed by a key of its own, which the field of the library does not tell.
func (p *provider) confirmed(raw string, cnf jose.JSONWebKey) (string, error) {
	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.ES256})
	if err != nil {
		return "", err
	}
	var c jwt.Claims
	if err := token.Claims(cnf.Key, &c); err != nil {
		return "", err
	}
	if err := c.ValidateWithLeeway(jwt.Expected{Issuer: p.issuer}, 0); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// byKid takes a key of the provider.
func (p *provider) byKid(raw, kid string) (string, error) {
	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		return "", err
	}
	var c jwt.Claims
	if err := token.Claims(p.keys.Key(kid)[0].Key, &c); err != nil {
		return "", err
	}
	if err := c.ValidateWithLeeway(jwt.Expected{AnyAudience: []string{p.issuer}}, 0); err != nil {
		return "", err
	}
	return c.Subject, nil
}
