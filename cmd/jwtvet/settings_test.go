package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Settings of the module's file hold for the whole module, wherever in it the
// command runs, and flags win.
func TestSettings(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod":          goMod,
		"go.sum":          goSum,
		"bad/bad.go":      bad,
		"bad/bad_test.go": strings.Replace(bad, "Sign(", "signTest(", 1),
	})
	for _, c := range []struct {
		file    string
		args    []string
		reports int
	}{
		{"", nil, 1},
		{"tests: true\n", nil, 2},
		{"tests: true\n", []string{"-tests=false"}, 1},
		{"tests: true\n", []string{"-jwtsecret.tests=false"}, 1},
		{"disable: [hardcoded-secret]\n", nil, 0},
		{"disable: [hardcoded-secret]\n", []string{"-disable="}, 1},
		{"disable: [hardcoded-secret]\n", []string{"-jwtsecret.disable="}, 1},
		{"disable: [jwtsecret]\n", nil, 0},
		{"disable: [jwtsecret]\n", []string{"-jwtsecret"}, 1},
		{"", []string{"-disable", "jwtsecret"}, 0},
		{"", []string{"-disable=weak-key,hardcoded-secret"}, 0},
		{"disable: [jwtexpiry]\nstrict: true\n", nil, 1},
	} {
		if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"), []byte(c.file),
			0o666); err != nil {
			t.Fatal(err)
		}
		out, errs, code := run(t, filepath.Join(dir, "bad"), nil, c.args...)
		if got := strings.Count(out, ": hardcoded-secret: "); got != c.reports || errs != "" ||
			code != min(1, c.reports) {
			t.Errorf("%q and %q: %d reports, want %d; exit code %d\n%s%s",
				c.file, c.args, got, c.reports, code, out, errs)
		}
	}
}

// Advice is given to who asks for it, and what ignores it is needed only then.
func TestAdvice(t *testing.T) {
	dir := module(t, map[string]string{"go.mod": goMod, "go.sum": goSum, "main.go": `package main

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var key, _ = os.ReadFile("/run/secrets/jwt")

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwt.Parse(r.Header.Get("Token"), func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"})); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
		}
	})
	go http.ListenAndServe(":8080", nil)
	http.ListenAndServe(":8081", nil) //jwtvet:ignore plaintext-listener -- a proxy encrypts
}
`})
	for _, c := range []struct {
		file    string
		args    []string
		reports int
	}{
		{"", nil, 0},
		{"", []string{"-advice"}, 1},
		{"advice: true\n", nil, 1},
		{"advice: true\n", []string{"-advice=false"}, 0},
		{"", []string{"-jwttransport.advice"}, 1},
	} {
		if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"), []byte(c.file),
			0o666); err != nil {
			t.Fatal(err)
		}
		out, errs, code := run(t, dir, nil,
			append([]string{"-disable=unloaded-secret"}, c.args...)...)
		if strings.Count(out, ": plaintext-listener: ") != c.reports ||
			lines(out) != 1+6*c.reports || errs != "" || code != min(1, c.reports) {
			t.Errorf("%q and %q: want %d reports; exit code %d\n%s%s",
				c.file, c.args, c.reports, code, out, errs)
		}
	}
}

// The file of a workspace holds for its modules, unless a module has one of its own.
func TestSettingsOfWorkspace(t *testing.T) {
	dir := module(t, map[string]string{
		"go.work": "go 1.25.0\n\nuse ./app\n", ".jwtvet.yml": "disable: [hardcoded-secret]\n",
		"app/go.mod": goMod, "app/go.sum": goSum, "app/bad/bad.go": bad,
	})
	env := []string{"GOWORK=", "GOFLAGS="}
	if out, errs, code := run(t, filepath.Join(dir, "app"), env); code != 0 {
		t.Errorf("got %d:\n%s%s", code, out, errs)
	}
	if err := os.WriteFile(filepath.Join(dir, "app", ".jwtvet.yml"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if out, errs, code := run(t, filepath.Join(dir, "app"), env); code != 1 {
		t.Errorf("with a file of the module: got %d:\n%s%s", code, out, errs)
	}
}

// A mistake in the settings is reported in one line, and nothing is analysed.
func TestWrongSettings(t *testing.T) {
	dir := module(t, map[string]string{"go.mod": goMod, "go.sum": goSum, "bad/bad.go": bad})
	for _, c := range []struct {
		name, text string
		args       []string
		want       string
	}{
		{".jwtvet.yml", "tests: true\ntets: true\n", nil,
			`./.jwtvet.yml:2: unknown setting "tets": did you mean tests?`},
		{".jwtvet.yml", "disable:\n  - hardcoded\n", nil,
			`./.jwtvet.yml:2: disable: unknown analyzer or category "hardcoded": did you mean hardcoded-secret?`},
		{".jwtvet.yml", "", []string{"-disable=hardcoded"},
			`disable: unknown analyzer or category "hardcoded": did you mean hardcoded-secret?`},
		{".jwtvet.yml", "", []string{"-jwtsecret.disable=hardcoded"},
			`hardcoded is not a category: the categories are hardcoded-secret,`},
		{".jwtvet.yaml", "", nil, ".jwtvet.yaml is not read: rename it to .jwtvet.yml"},
	} {
		file := filepath.Join(dir, c.name)
		if err := os.WriteFile(file, []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		out, errs, code := run(t, dir, nil, c.args...)
		if code != 2 || out != "" || lines(errs) != 1 || !strings.Contains(errs, c.want) {
			t.Errorf("%q and %q: got %d, %q, %q; want 2 and one line with %q",
				c.text, c.args, code, out, errs, c.want)
		}
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
}
