package main

import (
	"os"
	"path/filepath"
	"testing"
)

// What the go command keeps of a package does not outlive a change of what it does not know of: each step changes one file
// that is not Go, with a warm cache.
func TestFresh(t *testing.T) {
	const page = `<script>localStorage.setItem("token", data.token)</script>` + "\n"
	dir := module(t, map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.25.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n",
		"go.sum": "github.com/golang-jwt/jwt/v5 v5.3.1 h1:kYf81DTWFe7t+1VvL7eS+jKFVWaUnK9cB1qbwn63YCY=\ngithub.com/golang-jwt/jwt/v5 v5.3.1/go.mod h1:fxCRLWMO43lRc8nhHWY6LGqRcf+1gQWArsqaEUEa5bE=\n",
		"app.go": `package app

import (
	"html/template"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var pages = template.Must(template.ParseGlob("views/*.html"))

func sign(claims jwt.MapClaims) (string, error) {
	pem, err := os.ReadFile("keys/private.pem")
	if err != nil {
		return "", err
	}
	key, err := jwt.ParseRSAPrivateKeyFromPEM(pem)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, claims).SignedString(key)
}
`,
		"views/login.html": "<p>\n",
	})
	write := func(name, text string) func() error {
		return func() error {
			path := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				return err
			}
			return os.WriteFile(path, []byte(text), 0o666)
		}
	}
	remove := func(name string) func() error { return func() error { return os.Remove(filepath.Join(dir, name)) } }
	for _, step := range []struct {
		name   string
		change func() error
		code   int
	}{
		{"as it is", func() error { return nil }, 0},
		{"key added", write("keys/private.pem", "-----BEGIN PRIVATE KEY-----\n"), 1},
		{"key removed", remove("keys/private.pem"), 0},
		{"public key in its place", write("keys/private.pem", "-----BEGIN PUBLIC KEY-----\n"), 0},
		{"page keeps a token", write("views/login.html", page), 1},
		{"page says why", write("views/login.html", "<!-- jwtvet:ignore web-storage -- known -->\n"+page), 0},
		{"that held until a day", write("views/login.html", "<!-- jwtvet:ignore web-storage until=2020-01-01 -- known -->\n"+page), 1},
		{"analyzer disabled", write(".jwtvet.yml", "disable: [jwtstorage]\n"), 0},
		{"and enabled again", remove(".jwtvet.yml"), 1},
	} {
		if err := step.change(); err != nil {
			t.Fatal(err)
		}
		if out, errs, code := run(t, dir, nil); code != step.code {
			t.Errorf("%s: got %d, want %d\n%s%s", step.name, code, step.code, out, errs)
		}
	}
}
