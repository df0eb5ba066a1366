// Package jose verifies with go-jose.
package jose

import (
	"net/http"
	"strings"
	"time"

	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

type claims struct {
	Role string `json:"role"`
	jwt.Claims
}

var algs = []jose.SignatureAlgorithm{jose.RS256}

func unsafe(r *http.Request) (string, error) {
	token, err := jwt.ParseSigned(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), algs)
	if err != nil {
		return "", err
	}
	var c claims
	if err := token.UnsafeClaimsWithoutVerification(&c); err != nil { // want unverified-token "role"
		return "", err
	}
	return c.Role, nil
}

func dropped(raw string, key any) (string, error) {
	token, err := jwt.ParseSigned(raw, algs)
	if err != nil {
		return "", err
	}
	var c claims
	token.Claims(key, &c) // want ignored-error "is ignored"
	return c.Role, c.Validate(jwt.Expected{Time: time.Now()})
}

func bare(raw string, key any) (string, error) {
	token, err := jwt3.ParseSigned(raw)
	if err != nil {
		return "", err
	}
	c := jwt3.Claims{}
	if err := token.Claims(key, &c); err != nil { // want validation-disabled "only the signature"
		return "", err
	}
	return c.Subject, nil
}

// one key of any kind for algorithms of two kinds
func mixed(raw string, key any) (*claims, error) {
	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256, jose.RS256}) // want unpinned-alg "HS256 and RS256"
	if err != nil {
		return nil, err
	}
	c := &claims{}
	if err := token.Claims(key, c); err != nil {
		return nil, err
	}
	return c, c.Validate(jwt.Expected{Time: time.Now()})
}

// What follows is good.

func checked(raw string, key any) (string, error) {
	token, err := jwt.ParseSigned(raw, algs)
	if err != nil {
		return "", err
	}
	var c claims
	if err := token.Claims(key, &c); err != nil {
		return "", err
	}
	if err := c.Validate(jwt.Expected{Issuer: "https://issuer.example.org", Time: time.Now()}); err != nil {
		return "", err
	}
	return c.Role, nil
}

func chosen(r *http.Request, keys map[string]any) (string, error) {
	token, err := jwt.ParseSigned(r.Header.Get("X-Chosen"), algs)
	if err != nil {
		return "", err
	}
	var peek jwt.Claims
	if err := token.UnsafeClaimsWithoutVerification(&peek); err != nil {
		return "", err
	}
	var c claims
	if err := token.Claims(keys[peek.Issuer], &c); err != nil {
		return "", err
	}
	return c.Role, c.Claims.Validate(jwt.Expected{Time: time.Now()})
}
