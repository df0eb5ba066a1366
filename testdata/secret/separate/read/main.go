// Package main reads what tokens are for.
package main

import (
	"crypto/rsa"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	jwt.RegisteredClaims
	Kind string `json:"kind"`
}

type issuer struct{ key *rsa.PrivateKey }

func (i *issuer) access() (string, error) {
	c := claims{Kind: "access", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, c).SignedString(i.key)
}

func (i *issuer) refresh() (string, error) {
	c := claims{Kind: "refresh", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, c).SignedString(i.key)
}

func (i *issuer) parse(raw string) (*claims, error) {
	var c claims
	_, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return &i.key.PublicKey, nil })
	return &c, err
}

func (i *issuer) serve(w http.ResponseWriter, r *http.Request) {
	c, err := i.parse(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "))
	if err != nil || c.Kind != "access" {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	a, _ := i.access()
	b, _ := i.refresh()
	w.Write([]byte(a + b))
}

func main() {
	pem, err := os.ReadFile(os.Getenv("KEY_FILE"))
	if err != nil {
		panic(err)
	}
	key, err := jwt.ParseRSAPrivateKeyFromPEM(pem)
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/", (&issuer{key}).serve)
}
