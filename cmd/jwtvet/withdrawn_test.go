package main

import (
	"strings"
	"testing"
)

// A package that signs cannot see that another one, which main starts with, refuses an empty key: the
// command, which sees both, reports nothing. In a program that does not start so, the report stands.
func TestWithdrawn(t *testing.T) {
	const sign = `package sign

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Token signs.
func Token(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("JWT_SECRET")))
}
`
	const config = `package config

import (
	"errors"
	"os"
)

// Config has what the environment says.
type Config struct{ Key string }

// Load refuses an empty key.
func Load() (*Config, error) {
	c := &Config{Key: os.Getenv("JWT_SECRET")}
	if c.Key == "" {
		return nil, errors.New("JWT_SECRET is not set")
	}
	return c, nil
}
`
	const start = `package main

import (
	"example.com/app/config"
	"example.com/app/sign"
)

func main() {
	if _, err := config.Load(); err != nil {
		panic(err)
	}
	sign.Token(nil)
}
`
	files := map[string]string{
		"go.mod": goMod, "go.sum": goSum, "sign/sign.go": sign, "config/config.go": config, "app/main.go": start,
	}
	dir := module(t, files)
	if out, errs, _ := run(t, dir, nil); strings.Contains(out, "unchecked-secret") || errs != "" {
		t.Errorf("the program tests its key: got\n%s%s", out, errs)
	}
	files["app/main.go"] = "package main\n\nimport \"example.com/app/sign\"\n\nfunc main() { sign.Token(nil) }\n"
	if out, _, _ := run(t, module(t, files), nil); strings.Count(out, ": unchecked-secret") != 1 {
		t.Errorf("nobody tests the key: got\n%s", out)
	}
	files["other/main.go"] = start
	if out, _, _ := run(t, module(t, files), nil); strings.Contains(out, "unchecked-secret") {
		t.Errorf("one of two programs tests the key: got\n%s", out)
	}
}
