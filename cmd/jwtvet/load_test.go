package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// good is a module with one report, to which each case adds what does not load.
func good(more map[string]string) map[string]string {
	files := map[string]string{"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad}
	maps.Copy(files, more)
	return files
}

const embedding = "package ui\n\nimport \"embed\"\n\n//go:embed %\nvar FS embed.FS\n"

func embeds(patterns string) string { return strings.ReplaceAll(embedding, "%", patterns) }

// What a package embeds and nobody has built yet keeps nothing from being analysed:
// exit code and reports are as if it were there, one line says what is missing, and
// nothing is written to the module.
func TestPlaceholders(t *testing.T) {
	const using = "package user\n\nimport _ \"example.com/app/ui\"\n\n" +
		`import "github.com/golang-jwt/jwt/v5"

// Sign signs.
func Sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("local"))
}
`
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string // in lines on stderr, one for each package
	}{
		{"glob", map[string]string{"ui/ui.go": embeds("build/*")}, []string{
			"example.com/app/ui embeds build/*, which matches no file yet (./ui/ui.go:5:12)",
		}},
		{"folder", map[string]string{"ui/ui.go": embeds("dist")}, []string{"embeds dist,"}},
		{"folder with hidden files",
			map[string]string{"ui/ui.go": embeds("dist"), "ui/dist/.gitkeep": ""},
			[]string{"embeds dist,"}},
		{"all of a folder", map[string]string{"ui/ui.go": embeds("all:dist")},
			[]string{"embeds all:dist,"}},
		{"several", map[string]string{
			"ui/ui.go": embeds("dist dist/assets/*.js web/dist/index.html `a b/[^x]?`")},
			[]string{"embeds dist/assets/*.js and a b/[^x]? and dist,"}},
		{"a file as a string", map[string]string{
			"ui/ui.go": "package ui\n\nimport _ \"embed\"\n\n//go:embed VERSION\nvar v string\n",
		}, []string{"embeds VERSION,"}},
		{"tests", map[string]string{
			"ui/ui.go":      "package ui\n",
			"ui/ui_test.go": embeds("golden/*.txt"),
			"ui/x_test.go":  strings.Replace(embeds("y"), "ui", "ui_test", 1),
		}, nil},
		{"cgo", map[string]string{"ui/ui.go": "package ui\n\n// int x(void) { return 1; }\nimport \"C\"\nimport \"embed\"\n\n//go:embed build\nvar FS embed.FS\n\nvar X = C.x()\n"}, []string{"embeds build,"}},
		{"module in its place", map[string]string{
			"go.mod": goMod +
				"\nrequire example.com/rep v0.0.0\n\nreplace example.com/rep => ./rep\n",
			"ui/ui.go":   "package ui\n\nimport _ \"example.com/rep\"\n",
			"rep/go.mod": "module example.com/rep\n\ngo 1.25.0\n",
			"rep/rep.go": strings.Replace(embeds("build"), "ui", "rep", 1),
		}, []string{"example.com/rep embeds build,"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := exec.LookPath("gcc"); c.name == "cgo" && err != nil {
				t.Skip("no C compiler")
			}
			files := good(c.files)
			files["bad/bad.go"] = strings.Replace(using, "package user", "package bad", 1)
			dir := module(t, files)
			if c.name == "several" {
				if err := os.MkdirAll(filepath.Join(dir, "ui", "web", "dist"), 0o777); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(dir, "ui", "web", "dist", "index.html"), nil,
					0o666); err != nil {
					t.Fatal(err)
				}
			}
			before := snapshot(t, dir)
			out, errs, code := run(t, dir, nil)
			if code != 1 || !strings.Contains(out, "hardcoded-secret") ||
				strings.Contains(out, "not analysed") || lines(errs) != len(c.want) {
				t.Errorf("got %d:\n%s%s", code, out, errs)
			}
			for _, want := range c.want {
				if !strings.Contains(errs, want) {
					t.Errorf("%q is not in\n%s", want, errs)
				}
			}
			if after := snapshot(t, dir); after != before {
				t.Errorf("the module was written to:\n%s\nbefore:\n%s", after, before)
			}
		})
	}
}

// An overlay of the user's own is left alone: what does not load is said.
func TestOverlayOfTheUser(t *testing.T) {
	dir := module(t, good(map[string]string{"ui/ui.go": embeds("build/*"), "overlay.json": "{}"}))
	out, errs, code := run(t, dir, []string{
		"GOFLAGS=-overlay=" + filepath.Join(dir, "overlay.json"),
	})
	if code != 3 || !strings.Contains(out, "1 package not analysed") || lines(errs) != 1 ||
		!strings.Contains(errs, "pattern build/*: no matching files found; build what it embeds") {
		t.Errorf("got %d:\n%s%s", code, out, errs)
	}
}

// Packages whose tests do not load are analysed without them.
func TestBrokenTests(t *testing.T) {
	dir := module(t, good(map[string]string{
		"bad/bad_test.go": "package bad\n\nimport _ \"example.com/assert\"\n",
		"two/two.go":      strings.Replace(bad, "package bad", "package two", 1),
		"two/two_test.go": "package two\n\nvar x int = \"text\"\n",
	}))
	env := []string{"GOFLAGS=", "GOPROXY=off"}
	out, errs, code := run(t, dir, env)
	if code != 1 || strings.Count(out, ": hardcoded-secret") != 2 || lines(errs) != 2 ||
		strings.Count(errs, "analysed without them") != 2 {
		t.Errorf("got %d:\n%s%s", code, out, errs)
	}
	if out, errs, code = run(t, dir, env, "-tests"); code != 3 ||
		strings.Count(out, ": hardcoded-secret") != 2 ||
		!strings.Contains(out, "; not everything was analysed") || lines(errs) != 2 {
		t.Errorf("-tests: got %d:\n%s%s", code, out, errs)
	}
}

// A package is analysed without its tests where only these import one that fails: the go command says
// nothing of it, and its reports were lost without a word.
func TestBrokenMocks(t *testing.T) {
	mocks := map[string]string{
		"does not compile": "package mocks\n\nvar X undefined\n",
		"does not load":    "package mocks\n\nimport _ \"example.com/nowhere\"\n\nvar X int\n",
	}
	for name, text := range mocks {
		for _, pattern := range []string{"./...", "./bad"} {
			t.Run(name+" "+pattern, func(t *testing.T) {
				t.Parallel()
				dir := module(t, good(map[string]string{
					"mocks/mocks.go":     text,
					"fakes/fakes.go":     "package fakes\n\nimport \"example.com/app/mocks\"\n\nvar Y = mocks.X\n",
					"bad/bad_test.go":    "package bad\n\nimport _ \"example.com/app/fakes\"\n",
					"clean/clean.go":     clean,
					"clean/some_test.go": "package clean\n\nimport _ \"testing\"\n",
				}))
				out, errs, _ := run(t, dir, []string{"GOFLAGS=", "GOPROXY=off"}, pattern)
				if !strings.Contains(out, ": hardcoded-secret") ||
					!strings.Contains(errs, "tests of example.com/app/bad do not load") ||
					!strings.Contains(errs, "analysed without them") {
					t.Errorf("got:\n%s%s", out, errs)
				}
			})
		}
	}
}

// Under -mod=mod the go command writes a go.mod that is not tidy: its commands, side by side, lost all
// packages, so that none may begin before another has ended.
func TestUntidyMod(t *testing.T) {
	real, err := exec.LookPath("go")
	if err != nil || runtime.GOOS == "windows" {
		t.Skip("needs a go command, and a shell to watch it")
	}
	bin := t.TempDir()
	log := filepath.Join(bin, "log")
	watch := fmt.Sprintf("#!/bin/sh\necho begin >>%[1]q\n%[2]q \"$@\"\ncode=$?\necho end >>%[1]q\nexit $code\n", log, real)
	if err := os.WriteFile(filepath.Join(bin, "go"), []byte(watch), 0o755); err != nil {
		t.Fatal(err)
	}
	dir := module(t, good(map[string]string{
		"go.mod":                strings.TrimSpace(goMod) + " // indirect\n",
		"tests/run/run_test.go": "package run\n\nimport _ \"testing\"\n",
	}))
	env := []string{"GOFLAGS=-mod=mod", "PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH")}
	out, errs, code := run(t, dir, env)
	if code != 1 || !strings.Contains(out, ": hardcoded-secret") || errs != "" {
		t.Errorf("got %d:\n%s%s", code, out, errs)
	}
	seen, err := os.ReadFile(log)
	if err != nil || strings.Count(string(seen), "begin\n") < 2 || strings.Contains(string(seen), "begin\nbegin\n") {
		t.Errorf("the go commands ran like this (%v):\n%s", err, seen)
	}
}

// A package that is left out because something far away does not compile is counted.
func TestFarAway(t *testing.T) {
	dir := module(t, good(map[string]string{
		"go.mod":     goMod + "\nrequire (\n\texample.com/mid v0.0.0\n\texample.com/low v0.0.0\n)\n\nreplace (\n\texample.com/mid => ./mid\n\texample.com/low => ./low\n)\n",
		"mid/go.mod": "module example.com/mid\n\ngo 1.25.0\n",
		"mid/mid.go": "package mid\n\nimport _ \"example.com/low\"\n",
		"low/go.mod": "module example.com/low\n\ngo 1.25.0\n",
		"low/low.go": strings.Replace(broken, "broken", "low", 1),
		"use/use.go": "package use\n\nimport _ \"example.com/mid\"\n",
		"top/top.go": "package top\n\nimport _ \"example.com/app/use\"\n",
	}))
	out, errs, code := run(t, dir, nil)
	if code != 3 || !strings.Contains(out, "hardcoded-secret") ||
		!strings.Contains(out, "3 packages, 1 imports a token library: 1 report (1 critical); 2 packages not analysed\n") || lines(errs) != 1 {
		t.Errorf("got %d:\n%s%s", code, out, errs)
	}
}

// A module that keeps the go command from loading anything is left out, with one
// line that says what to do.
func TestLeftOut(t *testing.T) {
	const importing = "package user\n\nimport _ \"example.com/dep\"\n"
	require := goMod + "\nrequire example.com/dep v1.0.0\n"
	for _, c := range []struct {
		name, dir string
		files     map[string]string
		code      int
		errs, out string
	}{
		{"it needs a newer Go", ".", good(map[string]string{
			"go.mod":     require + "\nreplace example.com/dep => ./dep\n",
			"dep/go.mod": "module example.com/dep\n\ngo 1.999.0\n", "dep/dep.go": "package dep\n",
			"user/user.go": importing,
		}), 3, "example.com/app/user was not analysed: module ./dep requires go >= 1.999.0",
			"; 1 package not analysed"},
		{"member needs a newer Go", ".", map[string]string{
			"go.work":    "go 1.25.0\n\nuse (\n\t./app\n\t./dep\n)\n",
			"app/go.mod": goMod, "app/go.sum": goSum, "app/bad.go": bad,
			"dep/go.mod": "module example.com/dep\n\ngo 1.999.0\n", "dep/dep.go": "package dep\n",
		}, 3, "module ./dep was not analysed: its go.mod requires go >= 1.999.0",
			"; 1 module not analysed"},
		{"another member does", "app", map[string]string{
			"go.work":    "go 1.25.0\n\nuse (\n\t./app\n\t./dep\n)\n",
			"app/go.mod": goMod, "app/go.sum": goSum, "app/bad.go": bad,
			"dep/go.mod": "module example.com/dep\n\ngo 1.999.0\n", "dep/dep.go": "package dep\n",
		}, 1, "left out, and no package that was asked for imports it: module ",
			"1 report (1 critical)\n"},
		{"all of what it needs is private", ".", map[string]string{
			"go.mod":       "module example.com/app\n\ngo 1.16\n\nrequire example.com/dep v1.0.0\n",
			"user/user.go": importing, "c/c.go": "package c\n",
			"go.sum": "example.com/dep v1.0.0/go.mod h1:fxCRLWMO43lRc8nhHWY6LGqRcf+1gQWArsqaEUEa5bE=\n",
		}, 3, `disabled by GOPROXY=off; run "go mod download"`,
			"2 packages, none imports a token library: no reports; 1 package not analysed"},
		{"it is private", ".", good(map[string]string{
			"go.mod":       require,
			"user/user.go": importing,
		}), 3, "example.com/app/user was not analysed: ", "; 1 package not analysed"},
		{"line of go.sum", ".", good(map[string]string{"go.sum": goSum + "<<<<<<< HEAD\n"}), 1,
			"malformed go.sum", "1 report (1 critical)\n"},
		{"not what go.sum says", ".", good(map[string]string{
			"go.sum": strings.Replace(goSum, "h1:pv4A", "h1:pv4B", 1),
			"c/c.go": "package c\n",
		}), 3, "checksum mismatch", "; 1 package not analysed"},
		{"no go.sum", ".", map[string]string{"go.mod": goMod, "bad/bad.go": bad, "two/two.go": bad},
			3, `missing go.sum entry`, "; 2 packages not analysed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := module(t, c.files)
			before := snapshot(t, dir)
			out, errs, code := run(t, filepath.Join(dir, c.dir),
				[]string{"GOFLAGS=", "GOWORK=", "GOPROXY=off", "GOTOOLCHAIN=local"})
			if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(errs, c.errs) ||
				lines(errs) != min(1, len(c.errs)) {
				t.Errorf("got %d:\n%s%s", code, out, errs)
			}
			if c.code == 3 && strings.Contains(c.files["bad/bad.go"], "local") &&
				!strings.Contains(c.name, "go.sum") && !strings.Contains(out, "hardcoded-secret") {
				t.Errorf("the rest was not analysed:\n%s", out)
			}
			if after := snapshot(t, dir); after != before {
				t.Errorf("the module was written to:\n%s", after)
			}
		})
	}
}

// Where nothing can be analysed, one line says why and what to do.
func TestNothingToLoad(t *testing.T) {
	other := map[string]string{
		"go.mod": "module example.com/other\n\ngo 1.25.0\n",
		"a.go":   "package a\n",
	}
	below := func(dir string) map[string]string {
		out := map[string]string{}
		for name, text := range other {
			out[dir+"/"+name] = text
		}
		return out
	}
	both := below("tools/gen")
	maps.Copy(both, below("api"))
	inModule := maps.Clone(both)
	inModule["go.mod"] = "module example.com/app\n\ngo 1.25.0\n"
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"newer Go", map[string]string{"go.mod": "module example.com/app\n\ngo 1.999.0\n"},
			[]string{"go.mod requires go >= 1.999.0", "set GOTOOLCHAIN=auto"}},
		{"modules below", inModule,
			[]string{"no package matches ./...: there are modules in ./api, ./tools/gen",
				`"jwtvet -C ./api"`}},
		{"modules below none", both,
			[]string{"there is no go.mod in ", "there are modules in ./api, ./tools/gen"}},
	} {
		out, errs, code := run(t, module(t, c.files), []string{"GOFLAGS=", "GOTOOLCHAIN=local"})
		if code != 2 || out != "" || lines(errs) != 1 {
			t.Errorf("%s: got %d:\n%s%s", c.name, code, out, errs)
		}
		for _, want := range c.want {
			if !strings.Contains(errs, want) {
				t.Errorf("%s: %q is not in\n%s", c.name, want, errs)
			}
		}
	}
}

// Whoever asks for help gets it.
func TestHelpEverywhere(t *testing.T) {
	for _, args := range []string{"--help", "-h", "help --help", "help -h", "version --help",
		"list -h", "explain --help", "completion -h", "help completion",
		"demo --help", "demo -h", "gopls --help", "gopls install -h", "gopls help",
		"help gopls", "help demo", "-json --help", "./... --help", "-C . -help"} {
		out, errs, code := run(t, ".", nil, strings.Fields(args)...)
		if code != 0 || errs != "" || lines(out) < 2 || !strings.Contains(out, "jwtvet ") {
			t.Errorf("%s: got %d:\n%s%s", args, code, out, errs)
		}
	}
}

// snapshot returns the names and times of all files.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && !d.IsDir() {
			b.WriteString(path + " " + info.ModTime().String() + "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
