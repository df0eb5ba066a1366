package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestMain makes the test binary the tool itself when it is started with the variable.
func TestMain(m *testing.M) {
	if os.Getenv("JWTVET_TEST_MAIN") != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// tool returns the path of the tool.
func tool(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// run starts the tool in a directory and returns what it says.
func run(t *testing.T, dir string, env []string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	return start(t, dir, env, tool(t), args...)
}

func start(t *testing.T, dir string, env []string, program string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "JWTVET_TEST_MAIN=1"), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		exit := (*exec.ExitError)(nil)
		if !errors.As(err, &exit) {
			t.Fatal(err)
		}
		code = exit.ExitCode()
	}
	return out.String(), errs.String(), code
}

// module writes a module with the given files and returns its directory.
func module(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	goMod = "module example.com/app\n\ngo 1.25.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.0\n"
	goSum = "github.com/golang-jwt/jwt/v5 v5.3.0 h1:pv4AsKCKKZuqlgs5sUmn4x8UlGa0kEVt/puTpKx9vvo=\n" +
		"github.com/golang-jwt/jwt/v5 v5.3.0/go.mod h1:fxCRLWMO43lRc8nhHWY6LGqRcf+1gQWArsqaEUEa5bE=\n"
	clean = "// Package clean has nothing to report.\npackage clean\n"
	bad   = `package bad

import "github.com/golang-jwt/jwt/v5"

// Sign signs.
func Sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("local"))
}
`
	broken = "package broken\n\nvar x int = \"text\"\n"
)

func lines(s string) int { return strings.Count(s, "\n") }

func TestClean(t *testing.T) {
	dir := module(t, map[string]string{"go.mod": "module example.com/app\n\ngo 1.25.0\n", "clean.go": clean})
	out, errs, code := run(t, dir, nil)
	if want := "1 package, 0 handle tokens: no reports\n"; out != want || errs != "" || code != 0 {
		t.Errorf("got %q, %q, %d; want %q and nothing else", out, errs, code, want)
	}
}

func TestReports(t *testing.T) {
	dir := module(t, map[string]string{"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad, "clean/clean.go": clean})
	want := `./bad/bad.go:7:79: hardcoded-secret: key of tokens is a constant of 5 bytes that is on public word lists: whoever reads the source or the binary can forge tokens [critical]
    return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte("*****"))
                                                                                 ^^^^^^^
    reaches SignedString here: ./bad/bad.go:7:59

2 packages, 1 handles tokens: 1 report (1 critical)
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
	if out, _, code := run(t, dir, []string{"FORCE_COLOR=1", "TERM=xterm-256color"}); strings.Contains(out, "\x1b") || code != 1 {
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
	if r.Analyzer != "jwtsecret" || r.Category != "hardcoded-secret" || r.Severity != "critical" || r.Position.File != "./bad/bad.go" || r.Position.Line != 7 {
		t.Errorf("got %+v", r)
	}
	if strings.Contains(out, "local") {
		t.Error("the key is in the output")
	}
}

func TestTests(t *testing.T) {
	dir := module(t, map[string]string{"go.mod": goMod, "go.sum": goSum, "bad/bad.go": "package bad\n", "bad/bad_test.go": bad})
	if out, errs, code := run(t, dir, nil); code != 0 {
		t.Errorf("a test file is reported: %s%s", out, errs)
	}
	if out, errs, code := run(t, dir, nil, "-tests"); code != 1 || !strings.Contains(out, "./bad/bad_test.go:7:79: hardcoded-secret") {
		t.Errorf("-tests: got %d:\n%s%s", code, out, errs)
	}
}

// Packages that do not compile are told; everything else is still analysed.
func TestUnloaded(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad, "broken/broken.go": broken,
		"user/user.go": "package user\n\nimport _ \"example.com/app/broken\"\n", "gone/gone.go": "package gone\n\nimport _ \"example.com/app/nowhere\"\n",
	})
	out, errs, code := run(t, dir, nil)
	if code != 3 || !strings.Contains(out, "./bad/bad.go:7:79: hardcoded-secret") {
		t.Errorf("got %d:\n%s", code, out)
	}
	for _, want := range []string{"./broken/broken.go:3:13: ", "left out because they import it: 1 package", "./gone/gone.go:3:8: "} {
		if !strings.Contains(errs, want) {
			t.Errorf("%q is not in\n%s", want, errs)
		}
	}
	if lines(errs) != 2 {
		t.Errorf("want a line for each defect, got\n%s", errs)
	}
}

// What the go command keeps of a package that another needs is no answer to a request for the package itself.
func TestRequests(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad, "app/app.go": "package app\n\nimport _ \"example.com/app/bad\"\n",
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
	dir := module(t, map[string]string{"go.mod": "module example.com/app\n\ngo 1.25.0\n", "clean.go": clean})
	for _, c := range []struct {
		name string
		dir  string
		args []string
		want string
	}{
		{"no module", t.TempDir(), nil, "there is no go.mod in "},
		{"unknown flag", dir, []string{"-frobnicate"}, `there is no flag -frobnicate; "jwtvet help" lists the flags`},
		{"fix", dir, []string{"-fix"}, "go vet -vettool=$(which jwtvet) -fix ./..."},
		{"flag after package", dir, []string{"./...", "-json"}, "flags come first"},
		{"no such package", dir, []string{"./nowhere"}, "no package matches ./nowhere"},
		{"no such import path", dir, []string{"example.com/app/nowhere"}, "no package matches example.com/app/nowhere"},
		{"no such directory", dir, []string{"-C", "nowhere"}, "cannot use directory nowhere"},
		{"a file for a directory", dir, []string{"-C", "clean.go"}, "cannot use directory clean.go"},
		{"bad value", dir, []string{"-json=perhaps"}, `"jwtvet help" lists the flags`},
		{"demo of packages", dir, []string{"demo", "./..."}, "demo takes no directory and no packages"},
		{"help on nothing", dir, []string{"help", "nothing"}, `no analyzer or category is called "nothing"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, errs, code := run(t, c.dir, nil, c.args...)
			if code != 2 || out != "" || lines(errs) != 1 || !strings.HasPrefix(errs, "jwtvet: ") || !strings.Contains(errs, c.want) {
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
	for _, want := range []string{"-C dir", "-tests", "-json", "jwtvet demo", "jwtsecret", "missing-expiry"} {
		if !strings.Contains(out, want) {
			t.Errorf("help says nothing of %s", want)
		}
	}
	if code != 0 {
		t.Errorf("exit code %d", code)
	}
	out, _, code = run(t, ".", nil, "help", "default-secret")
	for _, want := range []string{"CWE-1188", "RFC 8725 3.5", "Why: ", "bad:   ", "good:  ", "Silent: "} {
		if code != 0 || !strings.Contains(out, want) || strings.Contains(out, "embedded-secret") {
			t.Errorf("help default-secret: %d, no %q or more than asked for in\n%s", code, want, out)
		}
	}
	if out, _, code := run(t, ".", nil, "version"); code != 0 || !strings.HasPrefix(out, "jwtvet ") {
		t.Errorf("got %d, %q", code, out)
	}
}

func TestDemo(t *testing.T) {
	out, errs, code := run(t, t.TempDir(), nil, "demo")
	if code != 0 || errs != "" {
		t.Fatalf("got %d, %s", code, errs)
	}
	for _, category := range []string{"hardcoded-secret", "default-secret", "long-expiry", "expiry-name", "expiry-unit"} {
		if !regexp.MustCompile(`(?m)^\./\S+\.go:\d+:\d+: ` + category + `: `).MatchString(out) {
			t.Errorf("no %s in\n%s", category, out)
		}
	}
}

// The same program is a tool of go vet, which prints and applies on its own.
func TestVet(t *testing.T) {
	dir := module(t, map[string]string{"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad, "clean/clean.go": clean})
	tool := "-vettool=" + tool(t)
	_, errs, code := start(t, dir, nil, "go", "vet", tool, "./...")
	if code != 1 || !strings.Contains(errs, "bad.go:7:79: key of tokens is a constant of 5 bytes") {
		t.Errorf("go vet: got %d, %s", code, errs)
	}
	out, _, code := start(t, dir, nil, "go", "vet", "-json", tool, "./...")
	if code != 0 || !strings.Contains(out, `"category": "hardcoded-secret"`) {
		t.Errorf("go vet -json: got %d, %s", code, out)
	}
	_, errs, code = start(t, dir, nil, "go", "vet", "-c=0", tool, "./...")
	if code != 1 || !strings.Contains(errs, "SignedString([]byte(") {
		t.Errorf("go vet -c=0 shows no line: got %d, %s", code, errs)
	}
	_, errs, code = start(t, dir, nil, "go", "vet", tool, "-jwtexpiry", "./...")
	if code != 0 {
		t.Errorf("go vet -jwtexpiry: got %d, %s", code, errs)
	}
	if out, _, code := run(t, dir, nil, "-V=full"); code != 0 || !strings.Contains(out, "buildID=") {
		t.Errorf("-V=full: got %d, %q", code, out)
	}
}

// Fixes are shown and applied by go vet and by go fix.
func TestFix(t *testing.T) {
	fixable := strings.NewReplacer(`[]byte("local")`, "key", "claims jwt.Claims", "claims jwt.Claims, key string").Replace(bad)
	dir := module(t, map[string]string{"go.mod": goMod, "go.sum": goSum, "bad/fixable.go": fixable})
	flag := "-vettool=" + tool(t)
	for _, args := range [][]string{{"vet", "-fix", "-diff", flag, "./..."}, {"fix", "-diff", "-fixtool=" + tool(t), "./..."}} {
		out, errs, code := start(t, dir, nil, "go", args...)
		if strings.Contains(errs, "not defined: -") { // before Go 1.26
			t.Skip("this go command applies no fixes of tools")
		}
		if code != 1 || !strings.Contains(out, ".SignedString(key)") || !strings.Contains(out, ".SignedString([]byte(key))") {
			t.Errorf("go %s: got %d, %s%s", args[0], code, out, errs)
		}
	}
	if _, errs, code := start(t, dir, nil, "go", "vet", "-fix", flag, "./..."); code != 0 {
		t.Errorf("go vet -fix: got %d, %s", code, errs)
	}
	if data, err := os.ReadFile(filepath.Join(dir, "bad", "fixable.go")); err != nil || !strings.Contains(string(data), "SignedString([]byte(key))") {
		t.Errorf("go vet -fix left\n%s%v", data, err)
	}
	if _, errs, code := start(t, dir, nil, "go", "vet", flag, "./..."); code != 0 {
		t.Errorf("go vet after -fix: got %d, %s", code, errs)
	}
}
