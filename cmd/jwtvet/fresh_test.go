package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What the go command keeps of a package does not outlive a change of what it does not know of:
// each step changes one file that is not Go, with a warm cache.
func TestFresh(t *testing.T) {
	const (
		page   = `<script>localStorage.setItem("token", data.token)</script>` + "\n"
		script = `localStorage.setItem("token", data.token)` + "\n"
		key    = "-----BEGIN PRIVATE KEY-----\n"
		public = "-----BEGIN PUBLIC KEY-----\n"
	)
	dir := module(t, map[string]string{
		"app/go.mod": "module example.com/app\n\ngo 1.25.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n",
		"app/go.sum": "github.com/golang-jwt/jwt/v5 v5.3.1 h1:kYf81DTWFe7t+1VvL7eS+jKFVWaUnK9cB1qbwn63YCY=\ngithub.com/golang-jwt/jwt/v5 v5.3.1/go.mod h1:fxCRLWMO43lRc8nhHWY6LGqRcf+1gQWArsqaEUEa5bE=\n",
		"app/app.go": `package app

import (
	"html/template"
	"net/http"
	"os"
	"path/filepath"

	"github.com/golang-jwt/jwt/v5"
)

var (
	pages  = template.Must(template.ParseGlob("views/*.html"))
	nested = template.Must(template.ParseFiles("nested/views/login.html"))
	linked = template.Must(template.ParseGlob("linked/*.html"))
	large  = template.Must(template.ParseFiles("views/large.tpl"))
	mails  = template.Must(template.ParseFiles(filepath.Join("..", "mails", "welcome.html")))
)

func serve() {
	http.Handle("/", http.FileServer(http.Dir("static")))
	http.Handle("/docs/", http.FileServer(http.Dir("node_modules/docs-dist")))
}

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
		"app/inner/inner.go": `package inner

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func sign(claims jwt.MapClaims) (string, error) {
	pem, err := os.ReadFile("../secret/private.pem")
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
		"app/conf/conf.go": `package conf

import (
	"encoding/json"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

type config struct {
	Secret string ` + "`json:\"jwt_secret\" validate:\"required\"`" + `
}

func sign(claims jwt.MapClaims) (string, error) {
	var c config
	data, err := os.ReadFile("settings.json")
	if err != nil {
		return "", err
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(c.Secret))
}
`,
		"app/views/login.html": "<p>\n", "app/static/about.html": "<p>\n",
		"app/nested/go.mod": "module example.com/nested\n", "app/nested/views/login.html": "<p>\n",
		"other/go.mod":   "module example.com/other\n\ngo 1.25.0\n",
		"other/other.go": "package other\n", "first/a.html": "<p>\n", "second/a.html": page,
	})
	in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	write := func(name, text string) func() error {
		return func() error {
			if err := os.MkdirAll(filepath.Dir(in(name)), 0o777); err != nil {
				return err
			}
			return os.WriteFile(in(name), []byte(text), 0o666)
		}
	}
	remove := func(name string) func() error { return func() error { return os.Remove(in(name)) } }
	link := func(name, to string) func() error {
		return func() error {
			os.Remove(in(name))
			return os.Symlink(to, in(name))
		}
	}
	for _, step := range []struct {
		name    string
		change  func() error
		reports int
	}{
		{"as it is", func() error { return nil }, 0},
		{"key added", write("app/keys/private.pem", key), 1},
		{"key removed", remove("app/keys/private.pem"), 0},
		{"public key in its place", write("app/keys/private.pem", public), 0},
		{"a link in its place", link("app/keys/private.pem", "../hidden"), 0},
		{"the key behind it", write("app/hidden", key), 1},
		{"another one behind it", write("app/hidden", public), 0},
		{"no file behind it", remove("app/hidden"), 0},
		{"no link", remove("app/keys/private.pem"), 0},
		{"no folder", remove("app/keys"), 0},
		{"a link to a folder elsewhere", link("app/keys", in("vault")), 0},
		{"key in there", write("vault/private.pem", key), 1},
		{"and gone", remove("vault/private.pem"), 0},
		{"key outside of the module, which is not read", write("secret/private.pem", key), 0},
		{"page outside of it", write("mails/welcome.html", page), 0},
		{"key above the package", write("app/secret/private.pem", key), 1},
		{"and removed", remove("app/secret/private.pem"), 0},
		{"settings with a key", write("app/settings.json", `{"jwt_secret": "change-me"}`), 1},
		{"that is set elsewhere", write("app/settings.json", `{"jwt_secret": "${JWT}"}`), 0},
		{"and here again", write("app/settings.json", "{\n\"jwt_secret\": \"a\"}"), 1},
		{"git ignores it", write("app/.gitignore", "*.json\n"), 0},
		{"git does not", write("app/.gitignore", "*.yaml\n"), 1},
		{"an ignore file above the module", write(".gitignore", "settings.json\n"), 1},
		{"of its repository", write(".git/HEAD", ""), 0},
		{"which does not", write(".gitignore", "!settings.json\n"), 1},
		{"this clone ignores it", write(".git/info/exclude", "settings.*\n"), 1},
		{"for good", remove(".gitignore"), 0},
		{"no more", remove(".git/info/exclude"), 1},
		{"settings nearer by", write("app/conf/settings.json", `{"a": "jwt_secret"}`), 0},
		{"are gone", remove("app/conf/settings.json"), 1},
		{"no settings", remove("app/settings.json"), 0},
		{"page keeps a token", write("app/views/login.html", page), 1},
		{"page says why",
			write("app/views/login.html", "<!-- jwtvet:ignore web-storage -- known -->\n"+page), 0},
		{"that held until a day", write("app/views/login.html",
			"<!-- jwtvet:ignore web-storage until=2020-01-01 -- known -->\n"+page), 1},
		{"analyzer disabled", write("app/.jwtvet.yml", "disable: [jwtstorage]\n"), 0},
		{"only others asked for", write("app/.jwtvet.yml", "only: [jwtsecret]\n"), 0},
		{"and this one", write("app/.jwtvet.yml", "only: [jwtsecret, web-storage]\n"), 1},
		{"not so severe", write("app/.jwtvet.yml", "severity: high\n"), 0},
		{"more severe", write("app/.jwtvet.yml",
			"severity: high\nseverities: {web-storage: critical}\n"), 1},
		{"not in this folder", write("app/.jwtvet.yml",
			"overrides: [{paths: [views], disable: [web-storage]}]\n"), 0},
		{"and enabled again", remove("app/.jwtvet.yml"), 1},
		{"page removed", remove("app/views/login.html"), 0},
		{"large template", write("app/views/large.tpl", strings.Repeat("<p>\n", 20_000)+page), 1},
		{"and harmless", write("app/views/large.tpl", strings.Repeat("<p>\n", 20_000)), 0},
		{"script in a served folder", write("app/static/js/app.js", script), 1},
		{"a folder nearer by is no nearer", write("app/cmd/static/a.html", "<p>\n"), 1},
		{"script removed", remove("app/static/js/app.js"), 0},
		{"script of a package of npm", write("app/node_modules/docs-dist/app.js", script), 1},
		{"and removed", remove("app/node_modules/docs-dist/app.js"), 0},
		{"page in a nested module", write("app/nested/views/login.html", page), 1},
		{"and harmless", write("app/nested/views/login.html", "<p>\n"), 0},
		{"link to templates", link("app/linked", in("first")), 0},
		{"to others", link("app/linked", in("second")), 1},
		{"which are edited", write("second/a.html", "<p>\n"), 0},
		{"and again", write("second/a.html", page), 1},
		{"no link", remove("app/linked"), 0},
		{"workspace with settings", write(".jwtvet.yml", "strict: true\n"), 0},
		{"that holds", write("go.work", "go 1.25.0\n\nuse ./app\n"), 0},
		{"key in the module of a workspace", write("app/keys/private.pem", key), 1},
		{"analyzer disabled there", write(".jwtvet.yml", "disable: [jwtsecret]\n"), 0},
		{"no workspace, and settings above the module", remove("go.work"), 0},
		{"which are gone", remove(".jwtvet.yml"), 1},
	} {
		if err := step.change(); err != nil {
			t.Fatal(err)
		}
		out, errs, code := run(t, in("app"), []string{"GOWORK=", "GOFLAGS="})
		if got := strings.Count(out, ": embedded-secret: ") +
			strings.Count(out, ": committed-secret: ") +
			strings.Count(out, ": web-storage: "); got != step.reports || code != min(1, step.reports) {
			t.Errorf("%s: %d reports, want %d; exit code %d\n%s%s",
				step.name, got, step.reports, code, out, errs)
		}
	}
}

// What cannot be read, goes round in circles or never ends is passed by.
func TestOddFolders(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":      "module example.com/app\n\ngo 1.25.0\n",
		"app.go":      "package app\n\nvar names = []string{\"loop\", \"up\", \"pipe\", \"../up/x\"}\n",
		"shut/a.html": "<p>\n",
	})
	for name, to := range map[string]string{
		"loop": ".",
		"up":   "..",
		"self": "self",
		"root": "/",
		"gone": "nowhere",
	} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	if err := os.Chmod(filepath.Join(dir, "shut"), 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Join(dir, "shut"), 0o700)
	start := time.Now()
	out, errs, code := run(t, dir, nil)
	if code != 0 || errs != "" && os.Getuid() == 0 || time.Since(start) > time.Minute {
		t.Errorf("got %d after %v:\n%s%s", code, time.Since(start), out, errs)
	}
}
