package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

func TestClean(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":   "module example.com/app\n\ngo 1.25.0\n",
		"clean.go": clean,
	})
	out, errs, code := run(t, dir, nil)
	if want := "1 package, none imports a token library: no reports\n"; out != want ||
		errs != "" || code != 0 {
		t.Errorf("got %q, %q, %d; want %q and nothing else", out, errs, code, want)
	}
}

func TestReports(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":         goMod,
		"go.sum":         goSum,
		"bad/bad.go":     bad,
		"clean/clean.go": clean,
	})
	want := `./bad/bad.go:7:79: hardcoded-secret: JWT signing key is a constant of 5 bytes that is on public word lists: anyone with the source or the binary can forge tokens [critical]
    return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("*****"))
                                                                                 ^^^^^^^
    reaches SignedString here: ./bad/bad.go:7:59
    to fix: read the key from the environment or a secret store, refuse to start without it, and replace the key

2 packages, 1 imports a token library: 1 report (1 critical)
"jwtvet explain CATEGORY" says why it matters, with bad and good code
`
	for _, where := range []struct {
		dir  string
		args []string
	}{{dir, nil}, {dir, []string{"./..."}}, {t.TempDir(), []string{"-C", dir}}} {
		out, errs, code := run(t, where.dir, nil, where.args...)
		if out != want || errs != "" || code != 1 {
			t.Errorf("%q: got\n%s%s%d; want 1 and\n%s", where.args, out, errs, code, want)
		}
	}
	if out, _, code := run(t, dir,
		[]string{"FORCE_COLOR=1", "TERM=xterm-256color"}); strings.Contains(out, "\x1b") ||
		code != 1 {
		t.Errorf("colours where there is no terminal: %q", out)
	}
	if out, errs, code := run(t, dir, nil, "-jwtexpiry", "./..."); code != 0 {
		t.Errorf("an analyzer that was not asked for reports: %s%s", out, errs)
	}
}

func TestJSON(t *testing.T) {
	dir := module(t, map[string]string{"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad})
	out, _, code := run(t, dir, nil, "-json")
	var doc struct {
		Packages, Handling int
		Reports            []struct {
			Analyzer, Category, Severity, Message string
			Position                              struct {
				File         string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &doc); err != nil || code != 1 {
		t.Fatalf("%v, exit code %d:\n%s", err, code, out)
	}
	if len(doc.Reports) != 1 || doc.Packages != 1 || doc.Handling != 1 {
		t.Fatalf("got %+v", doc)
	}
	r := doc.Reports[0]
	if r.Analyzer != "jwtsecret" || r.Category != "hardcoded-secret" || r.Severity != "critical" ||
		r.Position.File != "./bad/bad.go" || r.Position.Line != 7 {
		t.Errorf("got %+v", r)
	}
	if strings.Contains(out, "local") {
		t.Error("the key is in the output")
	}
}

func TestTests(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":          goMod,
		"go.sum":          goSum,
		"bad/bad.go":      "package bad\n",
		"bad/bad_test.go": bad,
	})
	if out, errs, code := run(t, dir, nil); code != 0 {
		t.Errorf("a test file is reported: %s%s", out, errs)
	}
	if out, errs, code := run(t, dir, nil, "-tests"); code != 1 ||
		!strings.Contains(out, "./bad/bad_test.go:7:79: hardcoded-secret") {
		t.Errorf("-tests: got %d:\n%s%s", code, out, errs)
	}
}

// Packages that do not compile are reported; everything else is still analysed.
func TestUnloaded(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad, "broken/broken.go": broken,
		"user/user.go": "package user\n\nimport _ \"example.com/app/broken\"\n",
		"gone/gone.go": "package gone\n\nimport _ \"example.com/app/nowhere\"\n",
	})
	out, errs, code := run(t, dir, nil)
	if code != 3 || !strings.Contains(out, "./bad/bad.go:7:79: hardcoded-secret") {
		t.Errorf("got %d:\n%s", code, out)
	}
	for _, want := range []string{
		"./broken/broken.go:3:13: ", "left out because they import it: 1 package",
		"./gone/gone.go:3:8: ",
	} {
		if !strings.Contains(errs, want) {
			t.Errorf("%q is not in\n%s", want, errs)
		}
	}
	if lines(errs) != 2 {
		t.Errorf("want a line for each defect, got\n%s", errs)
	}
}

// What the go command keeps of a package that another needs is no answer to a
// request for the package itself.
func TestRequests(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad,
		"app/app.go": "package app\n\nimport _ \"example.com/app/bad\"\n",
	})
	for _, c := range []struct {
		pattern string
		code    int
	}{{"./app", 0}, {"./...", 1}, {"./app", 0}, {"./bad", 1}, {"./app", 0}} {
		if out, errs, code := run(t, dir, nil, c.pattern); code != c.code {
			t.Errorf("%s: got %d, want %d\n%s%s", c.pattern, code, c.code, out, errs)
		}
	}
}

// Bad requests get one line that says what to do, and nothing is analysed.
func TestUsage(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":   "module example.com/app\n\ngo 1.25.0\n",
		"clean.go": clean,
	})
	for _, c := range []struct {
		name string
		dir  string
		args []string
		want string
	}{
		{"no module", t.TempDir(), nil, "there is no go.mod in "},
		{"unknown flag", dir, []string{"-frobnicate"},
			`unknown flag -frobnicate; "jwtvet help" lists the flags`},
		{"flag after package", dir, []string{"./...", "-json"}, "flags come first"},
		{"no such package", dir, []string{"./nowhere"}, "no package matches ./nowhere"},
		{"no such import path", dir, []string{"example.com/app/nowhere"},
			"no package matches example.com/app/nowhere"},
		{"no such directory", dir, []string{"-C", "nowhere"}, "cannot use directory nowhere"},
		{"a file for a directory", dir, []string{"-C", "clean.go"},
			"cannot use directory clean.go"},
		{"bad value", dir, []string{"-json=perhaps"}, `"jwtvet help" lists the flags`},
		{"unknown format", dir, []string{"-format", "yaml"}, `there is no format "yaml": `},
		{"two documents", dir, []string{"-format", "json,sarif"}, "only one format can go to"},
		{"json twice", dir, []string{"-json", "-format", "text"}, "-json is -format json: "},
		{"no such folder", dir, []string{"-format", "text,sarif=none/report.sarif"},
			"cannot write sarif output: write none/report.sarif: "},
		{"a folder for a file", dir, []string{"-format", "html=."}, "cannot write html output: "},
		{"demo of packages", dir, []string{"demo", "./..."},
			"demo takes no directory and no packages"},
		{"help on nothing", dir, []string{"help", "nothing"},
			`no command, analyzer or category is called "nothing"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, errs, code := run(t, c.dir, nil, c.args...)
			if code != 2 || out != "" || lines(errs) != 1 || !strings.HasPrefix(errs, "jwtvet: ") ||
				!strings.Contains(errs, c.want) {
				t.Errorf("got %d, %q, %q; want 2 and one line with %q", code, out, errs, c.want)
			}
		})
	}
}

func TestNoGo(t *testing.T) {
	dir := module(t, map[string]string{"go.mod": "module example.com/app\n", "clean.go": clean})
	_, errs, code := run(t, dir, []string{"PATH=" + t.TempDir()})
	if code != 2 || !strings.Contains(errs, "there is no go command on PATH") {
		t.Errorf("got %d, %q", code, errs)
	}
}

// An environment in which nothing can be analysed gets one line that says what to change.
func TestEnvironment(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":   "module example.com/app\n\ngo 1.25.0\n",
		"clean.go": clean,
	})
	file := filepath.Join(dir, "clean.go")
	const cache = ": set GOCACHE to the absolute path of a folder that can be written\n"
	for _, c := range []struct{ env, want string }{
		{"GOCACHE=off", "GOCACHE is off" + cache},
		{"GOCACHE=relative", "GOCACHE is relative" + cache},
		{"GOCACHE=" + file, "cannot use the build cache " + file + " (not a directory)" + cache},
		{"TMPDIR=" + filepath.Join(dir, "none"),
			"none (no such file or directory): set TMPDIR to a folder that can be written\n"},
		{"TMPDIR=" + file, "(not a directory): set TMPDIR to "},
		{"GOTMPDIR=" + filepath.Join(dir, "none"), "set GOTMPDIR to "},
		{"GOFLAGS=nonsense",
			`parsing $GOFLAGS: non-flag "nonsense": correct it; "go env GOFLAGS" shows it`},
		{"GOFLAGS=-nonsense", `parsing $GOFLAGS: unknown flag -nonsense: correct it; `},
		{"GOFLAGS=-compiler=none", "GOFLAGS): unknown compiler \"none\": correct it; "},
		{"GOFLAGS=-C=/", "flag must be first flag on command line: correct it; "},
		{"GOFLAGS=-mod=mod -n", "GOFLAGS has -n, with which go vet does not report: "},
		{"GOFLAGS='-ldflags=-X a=-x' -fix=true", "GOFLAGS has -fix, "},
		{"GOFLAGS=-toolexec=/none",
			"go vet cannot start: error obtaining buildID for go tool compile: "},
		{"GOOS=none", "unsupported GOOS/GOARCH pair none/"},
	} {
		t.Run(c.env, func(t *testing.T) {
			if runtime.GOOS == "windows" && strings.Contains(c.want, "directory") {
				t.Skip("the system says it otherwise")
			}
			out, errs, code := run(t, dir, []string{c.env})
			if code != 2 || out != "" || lines(errs) != 1 || !strings.Contains(errs, c.want) {
				t.Errorf("got %d, %q, %q; want 2 and one line with %q", code, out, errs, c.want)
			}
		})
	}
	if out, errs, code := run(t, dir,
		[]string{"GOFLAGS='-ldflags=-X a=-x' -fix=false"}); code != 0 {
		t.Errorf("flags that do no harm: got %d, %s%s", code, out, errs)
	}
}

func TestUnreadableDirectory(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is unreadable for this user")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	_, errs, code := run(t, ".", nil, "-C", dir)
	if code != 2 || lines(errs) != 1 || !strings.Contains(errs, "cannot use directory") {
		t.Errorf("got %d, %q", code, errs)
	}
}

func TestHelpAndVersion(t *testing.T) {
	out, _, code := run(t, ".", nil, "help")
	for _, want := range []string{
		"-C dir", "-tests", "-json", "-format list", "gitlab-sast", "jwtvet demo", "jwtsecret",
		"missing-expiry",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("help says nothing of %s", want)
		}
	}
	if code != 0 {
		t.Errorf("exit code %d", code)
	}
	out, _, code = run(t, ".", nil, "help", "default-secret")
	for _, want := range []string{
		"CWE-1188", "RFC 8725 3.5", "Why: ", "\nBad (viper):\n\n\t",
		"\nGood (viper):\n\n\t", "\nSilent:",
		"\nTo fix: remove the default",
	} {
		if code != 0 || !strings.Contains(out, want) || strings.Contains(out, "embedded-secret") {
			t.Errorf("help default-secret: %d, no %q or more than asked for in\n%s",
				code, want, out)
		}
	}
	if out, _, code := run(t, ".", nil, "version"); code != 0 ||
		!strings.HasPrefix(out, "jwtvet ") {
		t.Errorf("got %d, %q", code, out)
	}
}

func TestDemo(t *testing.T) {
	out, errs, code := run(t, t.TempDir(), nil, "demo")
	if code != 0 || errs != "" {
		t.Fatalf("got %d, %s", code, errs)
	}
	for _, category := range []string{
		"hardcoded-secret", "default-secret", "long-expiry", "expiry-name", "expiry-unit",
	} {
		if !regexp.MustCompile(`(?m)^\./\S+\.go:\d+:\d+: ` + category + `: `).MatchString(out) {
			t.Errorf("no %s in\n%s", category, out)
		}
	}
}
