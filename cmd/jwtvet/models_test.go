package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// closed is a program that uses libraries of which nobody sees how they work, as those are that
// call a service, a device or C.
var closed = map[string]string{
	"go.mod": "module example.com/app\n\ngo 1.25.0\n\nrequire corp/kit v0.0.0\n\nreplace corp/kit => ./kit\n",
	"app.go": `package app

import (
	"corp/kit/auth"
	"corp/kit/log"
	"corp/kit/mask"
	"corp/kit/vault"
)

var issuer auth.Issuer

func login(user string) (string, error) {
	token, err := issuer.Issue(map[string]any{"sub": user}, []byte("correct horse battery staple 123"))
	log.Event("login", token)
	log.Event("login", mask.Short(token))
	return token, err
}

func renew(user string, end int64) (string, error) {
	return issuer.Issue(map[string]any{"sub": user, "exp": end}, []byte(vault.Get("jwt")))
}
`,
	"kit/go.mod": "module corp/kit\n\ngo 1.25.0\n",
	"kit/auth/auth.go": `package auth

type Issuer struct{ inner }

type inner struct{}

func (inner) Inner() {}

var device func(map[string]any, []byte) string

func (*Issuer) Issue(claims map[string]any, key []byte) (string, error) {
	return device(claims, key), nil
}
`,
	"kit/log/log.go":     "package log\n\nvar sink func(string, ...any)\n\nfunc Event(name string, fields ...any) { sink(name, fields...) }\n",
	"kit/mask/mask.go":   "package mask\n\nvar device func(string) string\n\nfunc Short(s string) string { return device(s) }\n",
	"kit/vault/vault.go": "package vault\n\nvar device func(string) string\n\nfunc Get(name string) string { return device(name) }\n",
}

const rows = `models:
  - sign: (*corp/kit/auth.Issuer).Issue(claims, key) token
  - log: corp/kit/log.Event(_, logged...)
  - hash: corp/kit/mask.Short(from)
  - read: corp/kit/vault.Get(name) env
`

// What rows say of libraries holds as what the model says of others, with a warm cache too.
func TestModels(t *testing.T) {
	dir := module(t, closed)
	const secret, expiry, logged, unchecked = ": hardcoded-secret: ", ": missing-expiry: ", ": token-log: ", ": unchecked-secret: "
	for _, c := range []struct {
		file string
		args []string
		want []string
	}{
		{"", nil, nil},
		{rows, nil, []string{secret, expiry, logged, unchecked}},
		{rows, []string{"-models="}, nil},
		{"", []string{"-models", "sign: (*corp/kit/auth.Issuer).Issue(claims, key) token"},
			[]string{secret, expiry}},
		{"", []string{"-models", "sign: (*corp/kit/auth.Issuer).Issue(_, key) token; log: corp/kit/log.Event(_, logged...); hash: corp/kit/mask.Short(from)"},
			[]string{secret, logged}},
		// of one analyzer, as under go vet
		{"", []string{"-jwtexpiry.models=sign: (*corp/kit/auth.Issuer).Issue(_, key) token"},
			[]string{secret}},
		{strings.Replace(rows, "hash: ", "pass: ", 1), []string{"-only", "jwtleak"},
			[]string{logged, logged}},
	} {
		if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"), []byte(c.file), 0o666); err != nil {
			t.Fatal(err)
		}
		out, errs, code := run(t, dir, nil, c.args...)
		n, got := len(c.want), strings.Clone(out)
		for _, want := range c.want {
			got = strings.Replace(got, want, "", 1)
		}
		if n != strings.Count(out, "    to fix: ") || len(out)-len(got) != len(strings.Join(c.want, "")) || errs != "" ||
			code != min(1, n) ||
			strings.Contains(out, " 1 imports a token library: ") != (n > 0 && len(c.args) != 1) {
			t.Errorf("%q and %q: got %d, want %q in\n%s%s", c.file, c.args, code, c.want, out, errs)
		}
	}
}

// A dependency that uses such a library is looked into: what it keeps inside is a fact about it.
func TestModelsOfDependencies(t *testing.T) {
	files := maps.Clone(closed)
	files["kit/session/session.go"] = `package session

import "corp/kit/auth"

func New(user string, key []byte, issuer *auth.Issuer) (string, error) {
	return issuer.Issue(map[string]any{"sub": user, "exp": 1}, key)
}
`
	files["app.go"] = `package app

import (
	"corp/kit/auth"
	"corp/kit/session"
)

func login(user string) (string, error) {
	return session.New(user, []byte("correct horse battery staple 123"), new(auth.Issuer))
}
`
	files[".jwtvet.yml"] = rows
	out, errs, code := run(t, module(t, files), nil)
	if code != 1 || errs != "" || !strings.Contains(out, "./app.go:9:34: hardcoded-secret: ") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
}

// A row that means nothing is refused in one line, which names it and what there is.
func TestWrongModels(t *testing.T) {
	dir := module(t, closed)
	for _, c := range []struct{ row, want string }{
		{"sgin: corp/kit/auth.Sign(key)", `models: row "sgin: corp/kit/auth.Sign(key)": "sgin" is no verb: did you mean sign?`},
		{"sign: corp/kit/auth.Sign(kye)", `: "kye" is no role: did you mean key?`},
		{"sign: Sign(key)", ": it must have one of the forms corp/auth.Func(role) role, "},
		{"sign: corp/kit/auth.Sign(key", ": it must have one of the forms "},
		{"sign: (*corp/kit/auth.Issuer).Isue(claims, key) token",
			`models: row "sign: (*corp/kit/auth.Issuer).Isue(claims, key) token": package corp/kit/auth has no Issuer.Isue: did you mean Issuer.Issue?`},
		{"sign: (*corp/kit/auth.Isuer).Issue(claims, key) token", ": package corp/kit/auth has no Isuer.Issue: did you mean Issuer?"},
		{"log: corp/kit/log.Warn(logged...)", ": package corp/kit/log has no Warn; it has Event"},
		{"log: corp/kit/log.Event(logged, logged, logged...)", ""},
		{"sign: (*corp/kit/auth.Issuer).Issue(claims, key, key, key) token", ": Issuer.Issue has no argument 2"},
		{"sign: (*corp/kit/auth.Issuer).Inner()", ": Issuer.Inner is a method of corp/kit/auth.inner, which is embedded: "},
		{"hold: corp/kit/auth.Issuer.Issue key", ": Issuer.Issue is no field"},
		{"sign: corp/kit/nowhere.Sign(key) token", ""}, // is not imported here
	} {
		if c.want == "" {
			if out, errs, code := run(t, dir, nil, "-models", c.row); code == 2 || errs != "" {
				t.Errorf("%s: got %d, %s%s", c.row, code, out, errs)
			}
			continue
		}
		out, errs, code := run(t, dir, nil, "-models", c.row)
		if code != 2 || out != "" || lines(errs) != 1 || !strings.Contains(errs, c.want) {
			t.Errorf("%s: got %d, %s%s; want %s", c.row, code, out, errs, c.want)
		}
	}
	file := filepath.Join(dir, ".jwtvet.yml")
	for text, want := range map[string]string{
		"models:\n  - sign: corp/auth.Sign(key)\n  - sgin: corp/auth.Sign(key)\n": `./.jwtvet.yml:3: models: row "sgin: corp/auth.Sign(key)": "sgin" is no verb`,
		"models: {sign: a}\n":   "./.jwtvet.yml:1: models must be a list of rows",
		"models: [corp/a.Sign]": "./.jwtvet.yml:1: models: each row must be a verb and a signature",
	} {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if out, errs, code := run(t, dir, nil); code != 2 || out != "" || lines(errs) != 1 || !strings.Contains(errs, want) {
			t.Errorf("%q: got %d, %s%s", text, code, out, errs)
		}
	}
}

// The rows of the page are about real libraries, and do what it says.
func TestModelsOfThePage(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles large libraries")
	}
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "models.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(page), "<!-- wrappers -->\n```yaml\n")
	text, _, ok := strings.Cut(text, "```\n<!-- /wrappers -->\n")
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "..", "testdata", "models"))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"), []byte(text), 0o666); err != nil || !ok {
		t.Fatal(ok, err)
	}
	source, err := os.ReadFile(filepath.Join(dir, "models.go"))
	if err != nil {
		t.Fatal(err)
	}
	out, errs, code := run(t, dir, nil)
	wanted := 0
	for i, line := range strings.Split(string(source), "\n") {
		if _, category, ok := strings.Cut(line, "// want "); ok {
			wanted++
			if !regexp.MustCompile(fmt.Sprintf(`(?m)^\./models\.go:%d:\d+: %s: `, i+1, category)).MatchString(out) {
				t.Errorf("line %d is not reported: %s", i+1, line)
			}
		}
	}
	if wanted != 5 || strings.Count(out, "    to fix: ") != wanted || code != 1 || errs != "" {
		t.Errorf("got %d, want %d reports:\n%s%s", code, wanted, out, errs)
	}
}
