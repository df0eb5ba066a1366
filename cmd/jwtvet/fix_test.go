package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const (
	keyType = `package one

import "github.com/golang-jwt/jwt/v5"

// Sign signs.
func Sign(claims jwt.Claims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}
`
	// two fixes add one import; the fix of the cookie needs a decision
	several = `package two

import (
	"log"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

func cut(r *http.Request) string { return r.Header.Get("Authorization")[len("Bearer "):] }

func cutOther(r *http.Request) string {
	return r.Header.Get("X-Token")[len("Bearer "):]
}

func sign(w http.ResponseWriter, r *http.Request, claims jwt.Claims, key string) {
	raw, other := cut(r), cutOther(r)
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(key), nil },
		jwt.WithValidMethods([]string{"HS256"}))
	if err != nil || other == "" {
		return
	}
	token, _ := jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
	http.SetCookie(w, &http.Cookie{Name: "token", Value: token, HttpOnly: true, SameSite: http.SameSiteLaxMode})
}

func again(claims jwt.Claims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS512, claims).SignedString(key)
}

func init() { log.SetFlags(0) }

var _ = []any{sign, again}
`
)

// Fixes are shown as a diff that other programs apply, and applied: to what is the same.
func TestFixes(t *testing.T) {
	files := map[string]string{"one/one.go": keyType, "two/two.go": several}
	dir := jwtModule(t, files)
	before := tree(t, dir)
	diff, errs, code := run(t, dir, nil, "-diff")
	if code != 1 || tree(t, dir) != before {
		t.Fatalf("got %d, %s", code, errs)
	}
	const undecided = "jwtvet: 1 fix is right only if the site is served over HTTPS: " +
		"-diff=all shows it, -fix=all applies it\n"
	if errs != undecided {
		t.Errorf("got %swant %s", errs, undecided)
	}
	patched := jwtModule(t, files)
	cmd := exec.Command("git", "apply", "-")
	cmd.Dir, cmd.Stdin = patched, strings.NewReader(diff)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s\n%s", err, out, diff)
	}
	out, errs, code := run(t, dir, nil, "-fix")
	if want := undecided + "jwtvet: changed 2 files to fix 5 reports\n"; errs != want {
		t.Errorf("got %swant %s", errs, want)
	}
	if code != 1 || !strings.Contains(out, "insecure-cookie") || strings.Contains(out, "key-type") ||
		!strings.HasSuffix(out, "with bad and good code\n") {
		t.Errorf("got %d, %s", code, out)
	}
	for name := range files {
		got, want := content(t, dir, name), content(t, patched, name)
		if got != want {
			t.Errorf("-fix left\n%sthe diff makes\n%s", got, want)
		}
	}
	two := content(t, dir, "two/two.go")
	if strings.Count(two, "\"strings\"\n") != 1 || strings.Count(two, "TrimPrefix") != 2 ||
		strings.Count(two, "SignedString([]byte(key))") != 2 || strings.Contains(two, "Secure: true") {
		t.Errorf("got\n%s", two)
	}
	report := filepath.Join(t.TempDir(), "o.json")
	out, errs, code = run(t, dir, nil, "-diff=all", "-format", "json="+report)
	if code != 1 || errs != "" || !strings.HasPrefix(out, "--- a/two/two.go\n+++ b/two/two.go\n@@ ") ||
		strings.Contains(out, "to fix:") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	if got := content(t, "", report); !strings.Contains(got, "served over HTTPS\",\n") ||
		!strings.Contains(got, `"needs": "the site is served over HTTPS"`) {
		t.Error(got)
	}
	out, errs, code = run(t, dir, nil, "-fix=all")
	if code != 0 || errs != "jwtvet: changed 1 file to fix 1 report\n" ||
		!strings.HasSuffix(out, ": no reports\n") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	formatted(t, dir)
	for _, flag := range []string{"-fix", "-diff=all"} { // nothing is left to do
		if out, errs, code := run(t, dir, nil, flag); code != 0 || errs != "" ||
			strings.Contains(out, "@@") {
			t.Errorf("%s: got %d, %s%s", flag, code, out, errs)
		}
	}
}

// formatted fails where gofmt would change a file, or where a package does not compile.
func formatted(t *testing.T, dir string) {
	t.Helper()
	if out, errs, code := start(t, dir, nil, "gofmt", "-l", "."); code != 0 || out != "" {
		t.Errorf("gofmt -l: %d, %s%s", code, out, errs)
	}
	if _, errs, code := start(t, dir, nil, "go", "build", "./..."); code != 0 {
		t.Errorf("go build: %d, %s", code, errs)
	}
}

func content(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// What a baseline hides is not fixed, what is reported in a copy of another module neither.
func TestFixesOnlyWhatCounts(t *testing.T) {
	dir := jwtModule(t, map[string]string{"one/one.go": keyType})
	if _, errs, code := run(t, dir, nil, "baseline", "write"); code != 0 {
		t.Fatal(errs)
	}
	out, errs, code := run(t, dir, nil, "-baseline", ".jwtvet-baseline.yml", "-fix")
	if code != 0 || errs != "" || content(t, dir, "one/one.go") != keyType {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	if _, errs, code := start(t, dir, nil, "go", "mod", "vendor"); code != 0 {
		t.Skip("go mod vendor: " + errs)
	}
	put(t, dir, "vendor/github.com/golang-jwt/jwt/v5/more.go",
		"package jwt\n\n// Sign signs.\nfunc Sign(c Claims, key string) (string, error) {\n"+
			"\treturn NewWithClaims(SigningMethodHS256, c).SignedString(key)\n}\n")
	before := tree(t, dir)
	run(t, dir, []string{"GOFLAGS=-mod=vendor"}, "-fix", "github.com/golang-jwt/jwt/v5")
	if tree(t, dir) != before {
		t.Error("a copy of another module is changed")
	}
}

// A file that cannot be written, and flags that do not go together, change nothing.
func TestFixesRefused(t *testing.T) {
	dir := jwtModule(t, map[string]string{"one/one.go": keyType, "two/two.go": several})
	before := tree(t, dir)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-fix=some"}, "must be all, or stand alone"},
		{[]string{"-diff", "-json"}, "-diff writes to the standard output: "},
		{[]string{"-diff", "-format", "text"}, "-diff writes to the standard output: "},
		{[]string{"demo", "-fix"}, "demo changes no files: -diff shows"},
		{[]string{"baseline", "write", "-fix"}, "baseline write fixes nothing: "},
	} {
		if out, errs, code := run(t, dir, nil, c.args...); code != 2 || out != "" ||
			lines(errs) != 1 || !strings.Contains(errs, c.want) {
			t.Errorf("%q: got %d, %s%s", c.args, code, out, errs)
		}
	}
	if os.Getuid() != 0 { // root may write everywhere
		if err := os.Chmod(filepath.Join(dir, "two"), 0o555); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(filepath.Join(dir, "two"), 0o777)
		_, errs, code := run(t, dir, nil, "-fix")
		if code != 2 || !strings.Contains(errs, "cannot fix ./two/two.go: permission denied") {
			t.Errorf("got %d, %s", code, errs)
		}
		os.Chmod(filepath.Join(dir, "two"), 0o777)
	}
	if tree(t, dir) != before {
		t.Error("the module is changed")
	}
}

// With several modules each is fixed, and reported again, as one of its own.
func TestFixesOfAllModules(t *testing.T) {
	top := t.TempDir()
	for _, name := range []string{"api", "tools"} {
		put(t, top, name+"/go.mod", goMod)
		put(t, top, name+"/go.sum", goSum)
		put(t, top, name+"/one/one.go", keyType)
	}
	out, errs, code := run(t, top, nil, "-all-modules", "-fix")
	if code != 0 || errs != "jwtvet: changed 2 files to fix 2 reports\n" ||
		!strings.HasSuffix(out, ": no reports\n") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
}
