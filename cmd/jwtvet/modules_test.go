package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// estate is a repository in which no module is at the top.
var estate = map[string]string{
	".git/HEAD":                  "",
	".jwtvet.yml":                "fail-on: critical\n",
	"README.md":                  "# Estate\n",
	"api/go.mod":                 goMod,
	"api/go.sum":                 goSum,
	"api/in/in.go":               bad,
	"services/auth/go.mod":       strings.Replace(goMod, "example.com/app", "example.com/auth", 1),
	"services/auth/go.sum":       goSum,
	"services/auth/life.go":      two["new/life.go"],
	"services/auth/tag.go":       "//go:build extra\n\n" + strings.ReplaceAll(strings.Replace(bad, "package bad", "package life", 1), "Sign(", "SignExtra("),
	"services/old/go.mod":        goMod,
	"services/old/go.sum":        goSum,
	"services/old/.jwtvet.yml":   "disable: [hardcoded-secret]\n",
	"services/old/old.go":        bad,
	"empty/go.mod":               "module example.com/empty\n\ngo 1.25.0\n",
	"node_modules/x/go.mod":      goMod,
	"node_modules/x/bad.go":      bad,
	"api/testdata/module/go.mod": goMod,
	"api/testdata/module/bad.go": bad,
}

// All modules of a repository are one run, with one summary and one exit code; each has the
// settings that hold there.
func TestAllModules(t *testing.T) {
	dir := module(t, estate)
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	const inAPI, inAuth, tagged = "./api/in/in.go:7:79: hardcoded-secret: ",
		"./services/auth/life.go:11:67: long-expiry: ", "./services/auth/tag.go:9:79: hardcoded-secret: "
	for _, c := range []struct {
		name   string
		change func()
		args   []string
		want   []string
		code   int
		errs   string
	}{
		{"all", nil, nil, []string{inAPI, inAuth, "2 reports (1 critical, 1 medium)"}, 1, ""},
		{"filtered", nil, []string{"-skip=jwtsecret"}, []string{inAuth, "1 report (1 medium)"}, 0, ""},
		{"tags", nil, []string{"-tags=extra"}, []string{inAPI, inAuth, tagged, "3 reports"}, 1, ""},
		{"pattern", nil, []string{"./..."}, []string{inAPI, inAuth}, 1, ""},
		{"package", nil, []string{"./api/in"}, nil, 2, "-all-modules looks at all packages"},
		{"a workspace with one of them", func() { write("go.work", "go 1.25.0\n\nuse ./api\n") }, nil,
			[]string{inAPI, inAuth, "2 reports"}, 1, ""},
		{"one that does not compile", func() {
			write("services/old/old.go", broken)
			write("services/old/.jwtvet.yml", "")
		}, nil, []string{inAPI, inAuth, "2 reports", "1 package not analysed"}, 3,
			"./services/old/old.go:3:13: "},
		{"one that does not load", func() { write("services/old/go.mod", "module example.com/old\n\ngo 1.99\n") },
			nil, []string{inAPI, inAuth, "2 reports", "1 module not analysed"}, 3,
			"module ./services/old was not analysed: "},
		{"one with wrong settings", func() { write("services/old/.jwtvet.yml", "tets: true\n") }, nil, nil, 2,
			`./services/old/.jwtvet.yml:1: unknown setting "tets": did you mean tests?`},
	} {
		if c.change != nil {
			c.change()
		}
		out, errs, code := run(t, dir, []string{"GOWORK=", "GOFLAGS=-mod=readonly"},
			append([]string{"-all-modules"}, c.args...)...)
		for _, want := range c.want {
			if strings.Count(out, want) != 1 {
				t.Errorf("%s: no %q in\n%s", c.name, want, out)
			}
		}
		if code != c.code || !strings.Contains(errs, c.errs) || c.errs == "" && errs != "" ||
			c.errs != "" && lines(errs) != 1 || strings.Contains(out, "node_modules") ||
			strings.Contains(out, "testdata") || code == 2 && out != "" {
			t.Errorf("%s: got %d, %s%s", c.name, code, out, errs)
		}
	}
	if _, errs, code := run(t, t.TempDir(), nil, "-all-modules"); code != 2 ||
		!strings.Contains(errs, "there is no go.mod in ") {
		t.Errorf("no modules: got %d, %s", code, errs)
	}
}

// One list of known reports is enough for all modules.
func TestBaselineOfAllModules(t *testing.T) {
	dir := module(t, estate)
	env := []string{"GOWORK=off", "GOFLAGS=-mod=readonly"}
	out, errs, code := run(t, dir, env, "baseline", "write", "-all-modules")
	if code != 0 || !strings.Contains(out, "./.jwtvet-baseline.yml lists 2 reports") {
		t.Fatalf("got %d, %s%s", code, out, errs)
	}
	known := []string{"-all-modules", "-baseline", ".jwtvet-baseline.yml"}
	if out, errs, code = run(t, dir, env, known...); code != 0 || errs != "" ||
		!strings.Contains(out, "no reports; 2 more reports in the baseline") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	if err := os.WriteFile(filepath.Join(dir, "api", "in", "in.go"), []byte("package bad\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if out, errs, code = run(t, dir, env, known...); code != 0 ||
		!strings.Contains(errs, "lists 1 report no longer found") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	if out, errs, code = run(t, dir, env, "baseline", "prune", "-all-modules"); code != 0 ||
		!strings.Contains(out, "lists 1 report, 1 less") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
}

// A vendor folder is used as the go command uses it.
func TestVendor(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.25.0\n\nrequire corp/kit v0.0.0\n\nreplace corp/kit => ./kit\n",
		"app.go": closed["app.go"], ".jwtvet.yml": rows,
		"kit/go.mod": closed["kit/go.mod"], "kit/auth/auth.go": closed["kit/auth/auth.go"],
		"kit/log/log.go": closed["kit/log/log.go"], "kit/mask/mask.go": closed["kit/mask/mask.go"],
		"kit/vault/vault.go": closed["kit/vault/vault.go"],
	})
	if out, errs, code := start(t, dir, nil, "go", "mod", "vendor"); code != 0 {
		t.Fatal(out, errs)
	}
	if err := os.RemoveAll(filepath.Join(dir, "kit")); err != nil {
		t.Fatal(err)
	}
	out, errs, code := run(t, dir, []string{"GOFLAGS=-mod=vendor"})
	if code != 1 || errs != "" || !strings.Contains(out, ": 4 reports (1 critical, 3 high)") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
}
