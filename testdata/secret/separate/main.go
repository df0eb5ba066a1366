// Package main writes what tokens are for into them, and nobody reads it.
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
	Kind  string `json:"kind"`
	Scope string `json:"scope"`
}

type issuer struct{ key *rsa.PrivateKey }

func (i *issuer) access() (string, error) {
	c := claims{Kind: "access", Scope: "all", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Minute))}}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, c).SignedString(i.key)
}

func (i *issuer) refresh() (string, error) {
	c := claims{Kind: "refresh", Scope: "all", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(240 * time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, c).SignedString(i.key) // want shared-secret "is never read"
}

func (i *issuer) serve(w http.ResponseWriter, r *http.Request) {
	var c claims
	raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	_, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return &i.key.PublicKey, nil })
	if err != nil || c.Scope != "all" {
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
