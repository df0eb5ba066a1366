package analyzers_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Each change on which a report can depend shows, and nothing else does.
func TestInputs(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	day := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	state := func() string {
		var b bytes.Buffer
		analyzers.Inputs([]string{dir}, false, day, &b)
		return b.String()
	}
	const pem = "-----BEGIN PRIVATE KEY-----\n"
	old := state()
	for _, c := range []struct {
		name   string
		change func()
		shows  bool
	}{
		{"Go file", func() { write("main.go", "package main\n") }, false},
		// a folder with pages is new
		{"page about something else", func() { write("web/index.html", "<p>\n") }, true},
		{"another one there", func() { write("web/about.html", "<p>\n") }, false},
		{"page with a token", func() {
			write("web/login.html", `<script>localStorage.setItem("token", t)</script>`)
		}, true},
		{"key", func() { write("keys/private.pem", pem) }, true},
		{"key without an ending, in a hidden folder", func() { write(".keys/jwt", pem) }, true},
		{"another key in its place", func() { write("keys/private.pem", pem+"a") }, false},
		{"public key", func() { write("keys/public.pem", "-----BEGIN PUBLIC KEY-----\n") }, false},
		{"no key any more", func() { os.Remove(filepath.Join(dir, "keys/private.pem")) }, true},
		{"settings", func() { write("conf/app.yaml", "jwt: {secret: a}\n") }, true},
		{"other ones there", func() { write("conf/app.yaml", "jwt: {secret: b}\n") }, true},
		{"settings about something else", func() { write("conf/log.yaml", "level: 1\n") }, false},
		{"variables", func() { write(".env", "JWT_SECRET=a\n") }, true},
		{"Dockerfile", func() { write("Dockerfile", "ENV JWT_SECRET=a\n") }, true},
		{"what git ignores", func() { write("conf/.gitignore", "*.yaml\n") }, true},
		{"what this clone ignores", func() { write(".git/info/exclude", ".env\n") }, true},
		{"directive", func() {
			write("a.go", "package a //jwtvet:ignore short-secret until=2026-11-26 -- soon\n")
		}, true},
		{"its last day", func() { day = day.AddDate(0, 0, 0) }, false},
		{"the day after", func() { day = day.AddDate(0, 0, 1) }, true},
		{"a year later", func() { day = day.AddDate(1, 0, 0) }, false},
	} {
		c.change()
		now := state()
		if (now != old) != c.shows {
			t.Errorf("%s: changed %t\n%s", c.name, now != old, now)
		}
		old = now
	}
}

// Folders that tools fill, and what lies elsewhere, count where a Go file has a path that leads
// there.
func TestInputsElsewhere(t *testing.T) {
	const pem = "-----BEGIN PRIVATE KEY-----\n"
	top := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(top, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range []string{
		"app", "app/node_modules/a", "app/.git", "app/vendor/a", "app/target", "app/gocache/00",
		"app/go/pkg/mod/x", "app/vendored/vendor", "app/node_modules/parts/a",
		"app/node_modules/quoted", "app/node_modules/tests", "above", "linked", "unnamed",
	} {
		write(dir+"/private.pem", pem)
	}
	for _, mark := range []string{
		"app/go.mod", "app/vendor/modules.txt", "app/target/CACHEDIR.TAG", "app/gocache/trim.txt",
		"app/go/pkg/mod/cache/lock", "app/go/pkg/mod/github.com/x",
	} {
		write(mark, "")
	}
	for _, name := range []string{"linked", "unnamed"} {
		if err := os.Symlink(filepath.Join(top, name),
			filepath.Join(top, "app", "to"+name)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	write("app/a_test.go", "package a\n\nvar _ = \"node_modules/tests/private.pem\"\n")
	state := func(tests bool, now time.Time) map[string]bool {
		t.Helper()
		var b bytes.Buffer
		analyzers.Inputs([]string{filepath.Join(top, "app")}, tests, now, &b)
		out := map[string]bool{}
		for _, line := range strings.Split(b.String(), "\n") {
			kind, path, _ := strings.Cut(line, " ")
			if path, err := strconv.Unquote(path); err == nil && kind == "key" {
				rel, _ := filepath.Rel(top, path)
				out[filepath.ToSlash(filepath.Dir(rel))] = true
			}
			out[kind] = true
		}
		return out
	}
	expect := func(got map[string]bool, in, out string) {
		t.Helper()
		for _, name := range strings.Fields(in) {
			if !got[name] {
				t.Errorf("no %s in %v", name, got)
			}
		}
		for _, name := range strings.Fields(out) {
			if got[name] {
				t.Errorf("%s in %v", name, got)
			}
		}
	}
	expect(state(false, time.Now()), "app app/vendored/vendor",
		"app/node_modules/a app/.git app/vendor/a app/target app/gocache/00 app/go/pkg/mod/x "+
			"app/node_modules/parts/a app/node_modules/quoted app/node_modules/tests "+
			"above linked unnamed unknown")
	expect(state(true, time.Now()), "app app/node_modules/tests", "app/node_modules/a above")
	write("app/a.go", "package a\n\n"+
		"var _ = []string{\"node_modules\", \".git\", \"../above\", "+
		"`./node_modules/quoted/private.pem`, \"tolinked\", \"target/private.pem\"}\n"+
		"var _ = filepath.Join(\"node_modules\", \"parts\",\n\t\"a\")\n"+
		"var _ = \"vendor/a/*.pem\"\n")
	expect(state(false, time.Now()),
		"app app/node_modules/quoted app/node_modules/parts/a app/vendor/a app/target app/tolinked",
		"app/node_modules/a app/.git above unnamed app/tounnamed app/node_modules/tests unknown")
	defer func(limit int) { *analyzers.OutsideLimit = limit }(*analyzers.OutsideLimit)
	*analyzers.OutsideLimit = 3
	for _, name := range []string{"1", "2", "3", "4"} {
		write("app/node_modules/parts/"+name+".css", "")
	}
	expect(state(false, time.Now()), "unknown", "")
}
