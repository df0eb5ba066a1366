package main

import (
	"strings"
	"testing"
)

// A key in a settings file is reported there, with the place in Go, and never shown. Where several
// packages of a program know of it, it is reported once, and a comment there takes it off.
func TestCommitted(t *testing.T) {
	const signs = `import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func Sign(claims jwt.MapClaims) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if key == "" {
		panic("JWT_SECRET is not set")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}
`
	const program = `package main

import (
	"example.com/app/auth"
	"github.com/joho/godotenv"
)

func main() {
	godotenv.Load()
	auth.Sign(nil)
}
`
	const far = `package main

import (
	"example.com/app/load"
	"example.com/app/run"
)

func main() {
	load.Now()
	run.Now()
}
`
	const mod = "module example.com/app\n\ngo 1.25.0\n\nrequire (\n\tgithub.com/golang-jwt/jwt/v5 v5.3.1\n\tgithub.com/joho/godotenv v1.5.1\n)\n"
	const sum = "github.com/golang-jwt/jwt/v5 v5.3.1 h1:kYf81DTWFe7t+1VvL7eS+jKFVWaUnK9cB1qbwn63YCY=\ngithub.com/golang-jwt/jwt/v5 v5.3.1/go.mod h1:fxCRLWMO43lRc8nhHWY6LGqRcf+1gQWArsqaEUEa5bE=\ngithub.com/joho/godotenv v1.5.1 h1:7eLL/+HRGLY0ldzfGMeQkb7vMd0as4CfYvUVzLqw0N0=\ngithub.com/joho/godotenv v1.5.1/go.mod h1:f4LDr5Voq0i2e/R5DDNOoa2zzDfwtkZa6DnEwAbqwq4=\n"
	dir := module(t, map[string]string{
		"go.mod":       mod,
		"go.sum":       sum,
		"auth/auth.go": "package auth\n\n" + signs, "cmd/a/main.go": program, "cmd/b/main.go": far,
		"load/load.go": "package load\n\nimport \"github.com/joho/godotenv\"\n\nfunc Now() { godotenv.Load() }\n",
		"run/run.go":   "package run\n\nimport \"example.com/app/auth\"\n\nfunc Now() { auth.Sign(nil) }\n",
		".env":         "PORT=8080\nJWT_SECRET=\"do-not-\\\"show\" # nor=this\n",
	})
	out, errs, code := run(t, dir, nil)
	for _, want := range []string{
		"./.env:2:12: committed-secret: JWT key JWT_SECRET is written in a settings file that is kept with the source: anyone with the source can forge tokens [critical]\n",
		"\n    JWT_SECRET=**",
		"the file is read here: ./cmd/a/main.go:9:",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if code != 1 || strings.Count(out, "committed-secret") != 1 {
		t.Errorf("got %d, %q:\n%s", code, errs, out)
	}
	if out, errs, _ := run(t, dir, nil, "./cmd/b"); strings.Count(out, "committed-secret") != 1 {
		t.Errorf("a program that has nothing to do with tokens itself: %s\n%s", errs, out)
	}
	json, _, _ := run(t, dir, nil, "-json")
	for _, secret := range []string{"do-not", "show", "this"} {
		if strings.Contains(out+json+errs, secret) {
			t.Errorf("%q is shown:\n%s\n%s", secret, out, json)
		}
	}
	dir = module(t, map[string]string{
		"go.mod":       mod,
		"go.sum":       sum,
		"auth/auth.go": "package auth\n\n" + signs, "main.go": program,
		".env": "# jwtvet:ignore committed-secret -- for development only\nJWT_SECRET=local\n",
	})
	if out, errs, code := run(t, dir, nil); code != 0 {
		t.Errorf("got %d, %q:\n%s", code, errs, out)
	}
}
