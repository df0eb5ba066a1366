package analyzers_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// rulesGo is the release of rules_go whose nogo is built, and sources are its files.
const rulesGo = "github.com/bazelbuild/rules_go@v0.65.0"

var sources = []string{
	"constants.go", "env.go", "flags.go", "nogo_fix.go", "nogo_goversions_go122.go",
	"nogo_main.go", "nogo_version.go", "nolint.go",
}

// TestNogoMain builds the program that Bazel's nogo is and runs it as Bazel does, package by
// package: a wrapper's facts go from its package to the one that gives it a key, where that is
// reported.
func TestNogoMain(t *testing.T) {
	if testing.Short() {
		t.Skip("builds nogo")
	}
	nogo, dir := buildNogo(t), t.TempDir()
	writeFiles(t, dir, map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.25.0\n\n" +
			"require github.com/golang-jwt/jwt/v5 v5.3.1\n",
		"go.sum": sums(t),
		"maker/maker.go": `package maker

import "github.com/golang-jwt/jwt/v5"

func Sign(key []byte, c jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString(key)
}
`,
		"app/app.go": `package app

import (
	"example.com/app/maker"
	"github.com/golang-jwt/jwt/v5"
)

func Sign() { maker.Sign([]byte("key of the program"), nil) }

//jwtvet:ignore hardcoded-secret -- key of the emulator
func Ignored() { maker.Sign([]byte("key of the emulator"), nil) }

// Its missing end is a disabled category.
func Fixable(key string) {
	jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "me"}).SignedString(key)
}
`,
	})
	imports := importcfg(t, dir)
	if out, code := output(t, dir, nogo, "-importcfg", imports,
		"-p", "example.com/app/maker", "-x", "maker.x", "maker/maker.go"); code != 0 {
		t.Fatalf("the wrapper: got %d: %s", code, out)
	}
	out, code := output(t, dir, nogo, "-importcfg", imports,
		"-p", "example.com/app/app", "-x", "app.x", "-fact", "example.com/app/maker=maker.x",
		"-fix_dir", ".", "app/app.go")
	if code != 3 || strings.Count(out, "(jwt") != 2 {
		t.Errorf("got %d, %s; want 3 and two reports", code, out)
	}
	for _, want := range []string{
		"app/app.go:8:33: JWT signing key is a constant of 18 bytes: " +
			"anyone with the source or the binary can forge tokens (jwtsecret)",
		"app/app.go:15:85: ",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is not in %s", want, out)
		}
	}
	if patch, err := os.ReadFile(filepath.Join(dir, "nogo.patch")); err != nil ||
		!strings.Contains(string(patch), "SignedString([]byte(key))") {
		t.Errorf("the patch is %s, %v", patch, err)
	}
}

// buildNogo builds nogo with every analyzer, as rules_go does from the names of their packages,
// and returns its path.
func buildNogo(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	var rules struct{ Dir string }
	text, code := output(t, root, "go", "mod", "download", "-json", rulesGo)
	if err := json.Unmarshal([]byte(text), &rules); err != nil || code != 0 {
		t.Fatal(err, text)
	}
	var main strings.Builder
	fmt.Fprintln(&main, "package main\n\nimport (\n\t\"golang.org/x/tools/go/analysis\"")
	for _, a := range analyzers.All {
		fmt.Fprintf(&main, "\t\"github.com/jwtvet/jwtvet/analyzers/%s\"\n", a.Name)
	}
	fmt.Fprintln(&main, ")\n\nvar analyzers = []*analysis.Analyzer{")
	for _, a := range analyzers.All {
		fmt.Fprintf(&main, "\t%s.Analyzer,\n", a.Name)
	}
	fmt.Fprintln(&main, "}\n\nvar configs = map[string]config{\"jwtexpiry\": "+
		"{analyzerFlags: map[string]string{\"disable\": \"missing-expiry\"}}}\n\n"+
		"const debugMode = false")
	files := map[string]string{
		"go.mod": fmt.Sprintf("module golang.org/x/tools/nogo\n\ngo 1.25.0\n\n"+
			"require github.com/jwtvet/jwtvet v0.0.0\n\n"+
			"replace github.com/jwtvet/jwtvet => %q\n", root),
		"all.go": main.String(),
	}
	for _, name := range sources {
		data, err := os.ReadFile(filepath.Join(rules.Dir, "go", "tools", "builders", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = string(data)
	}
	dir := t.TempDir()
	writeFiles(t, dir, files)
	if out, code := output(t, dir, "go", "build", "-mod=mod", "-o", "nogo", "."); code != 0 {
		t.Fatal(out)
	}
	return filepath.Join(dir, "nogo")
}

// importcfg writes where the compiled form of each package is that the module needs, and returns
// the file.
func importcfg(t *testing.T, dir string) string {
	t.Helper()
	out, code := output(t, dir, "go", "list", "-export", "-deps", "-f",
		"{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", "./...")
	if code != 0 {
		t.Fatal(out)
	}
	writeFiles(t, dir, map[string]string{"importcfg": out})
	return filepath.Join(dir, "importcfg")
}

func sums(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(vettest.Root(t), "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	all := fstest.MapFS{}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if err := os.CopyFS(dir, all); err != nil {
		t.Fatal(err)
	}
}

// output runs a program and returns all that it prints, and its exit code.
func output(t *testing.T, dir, program string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return string(out), exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return string(out), 0
}
