// Package cristalhq verifies with cristalhq/jwt.
package cristalhq

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	jwt3 "github.com/cristalhq/jwt/v3"
	"github.com/cristalhq/jwt/v5"
)

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

func noVerify(r *http.Request) (string, error) {
	token, err := jwt.ParseNoVerify([]byte(r.Header.Get("X-Token"))) // want unverified-token "role"
	if err != nil {
		return "", err
	}
	var c claims
	if err := json.Unmarshal(token.Claims(), &c); err != nil {
		return "", err
	}
	return c.Role, nil
}

// version 3 checks nothing here
func old(r *http.Request) (string, error) {
	token, err := jwt3.ParseString(r.Header.Get("X-Old")) // want unverified-token "role"
	if err != nil {
		return "", err
	}
	var c claims
	if err := json.Unmarshal(token.RawClaims(), &c); err != nil {
		return "", err
	}
	return c.Role, nil
}

func bare(raw []byte, key []byte) (string, error) {
	verifier, err := jwt.NewVerifierHS(jwt.HS256, key)
	if err != nil {
		return "", err
	}
	var c claims
	if err := jwt.ParseClaims(raw, verifier, &c); err != nil { // want validation-disabled "only the signature"
		return "", err
	}
	return c.Role, nil
}

// What follows is good.

func checked(raw []byte, key []byte) (string, error) {
	verifier, err := jwt.NewVerifierHS(jwt.HS256, key)
	if err != nil {
		return "", err
	}
	var c claims
	if err := jwt.ParseClaims(raw, verifier, &c); err != nil {
		return "", err
	}
	if !c.IsValidAt(time.Now()) {
		return "", errors.New("over")
	}
	return c.Role, nil
}

func laterVerified(r *http.Request, verifier jwt.Verifier) (string, error) {
	token, err := jwt.ParseNoVerify([]byte(r.Header.Get("X-Later")))
	if err != nil {
		return "", err
	}
	if err := verifier.Verify(token); err != nil {
		return "", err
	}
	var c claims
	if err := token.DecodeClaims(&c); err != nil {
		return "", err
	}
	if !c.IsValidAt(time.Now()) {
		return "", errors.New("over")
	}
	return c.Role, nil
}
