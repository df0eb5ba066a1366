package main

import (
	"strings"
	"testing"
)

// A report about a value of another package says where that package makes or reads it.
func TestPlaceOfTheValue(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": goMod, "go.sum": goSum,
		"conf/conf.go": `package conf

import "os"

// Secret reads a key.
func Secret() string {
	return os.Getenv("SHOP_SECRET")
}
`,
		"auth/auth.go": `package auth

import (
	"example.com/app/conf"
	"github.com/golang-jwt/jwt/v5"
)

func sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(conf.Secret()))
}
`,
	})
	out, errs, code := run(t, dir, nil, "-jwtsecret")
	want := "./auth/auth.go:9:79: unchecked-secret"
	if code != 1 || errs != "" || !strings.Contains(out, want) ||
		!strings.Contains(out, "the value comes from here: ./conf/conf.go:7:9\n") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
}
