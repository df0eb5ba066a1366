package main

import (
	"strings"
	"testing"
)

// What no program uses: the command says of a function that nothing calls it, has no advice about what
// it lacks, and takes a setting that nothing reads for no key.
func TestUnused(t *testing.T) {
	files := map[string]string{
		"go.mod": goMod, "go.sum": goSum,
		"main.go": `package main

import (
	"example.com/app/auth"
	"example.com/app/config"
)

func main() {
	config.Load()
	auth.Token(nil)
}
`,
		"config/config.go": `package config

import "os"

// Config has what the environment says.
type Config struct{ JWTSecret string }

// Load has a default for a key.
func Load() *Config { return &Config{JWTSecret: getenv("JWT_SECRET", "change-me-please")} }

func getenv(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
`,
		"auth/auth.go": `package auth

import "github.com/golang-jwt/jwt/v5"

// Token signs.
func Token(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("one-of-them"))
}

// Old signs.
func Old(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("another-one"))
}
`,
	}
	out, errs, _ := run(t, module(t, files), nil)
	if strings.Contains(out, "default-secret") || errs != "" {
		t.Errorf("nothing reads the setting: got\n%s%s", out, errs)
	}
	if strings.Count(out, "hardcoded-secret") != 2 || strings.Count(out, "forge tokens [critical]") != 1 ||
		!strings.Contains(out, "; no program calls Old [high]") {
		t.Errorf("nothing calls Old: got\n%s", out)
	}
	files["auth/auth.go"] += "\nfunc use(c interface{ JWTSecret() string }) { c.JWTSecret(); Old(nil) }\n\nvar _ = use\n"
	out, errs, _ = run(t, module(t, files), nil)
	if strings.Count(out, ": default-secret") != 1 || errs != "" {
		t.Errorf("the name of the field is behind a dot: got\n%s%s", out, errs)
	}
	if strings.Contains(out, "no program calls") || strings.Count(out, "[critical]") != 2 {
		t.Errorf("all is called: got\n%s", out)
	}
}
