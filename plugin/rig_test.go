package plugin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// rig is what the tests run.
type rig struct {
	root     string // of the repository
	testdata string // the module of the tests
	golangci string // golangci-lint with the plugin
	command  string // jwtvet
	example  string // the settings that the repository shows
	sums     string // go.sum of testdata
}

// build builds the golangci-lint that .custom-gcl.yml describes, with the plugin of this repository
// in place of a released one, as "golangci-lint custom" does it but from the module proxy.
func build(t *testing.T) *rig {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	var custom struct {
		Version, Name string
		Plugins       []struct{ Module, Import, Version string }
	}
	data, err := os.ReadFile(filepath.Join(root, ".custom-gcl.yml"))
	if err == nil {
		dec := yaml.NewDecoder(bytes.NewReader(data))
		dec.KnownFields(true)
		err = dec.Decode(&custom)
	}
	if err != nil || len(custom.Plugins) != 1 {
		t.Fatalf(".custom-gcl.yml: %+v, %v", custom, err)
	}
	dir, bin := t.TempDir(), t.TempDir()
	const lint = "github.com/golangci/golangci-lint/v2"
	write(t, dir, "go.mod", fmt.Sprintf("module example.com/lint\n\ngo 1.25.0\n\nrequire (\n\t%s %s\n\t%s v0.0.0\n)\n\nreplace %[3]s => %q\n",
		lint, custom.Version, custom.Plugins[0].Module, root))
	write(t, dir, "main.go", fmt.Sprintf(`package main

import (
	"os"

	"%s/pkg/commands"

	_ %q
)

func main() {
	if commands.Execute(commands.BuildInfo{Version: %q}) != nil {
		os.Exit(3)
	}
}
`, lint, custom.Plugins[0].Import, custom.Version))
	r := &rig{
		root: root, testdata: filepath.Join(root, "testdata"),
		example:  filepath.Join(root, ".golangci.example.yml"),
		golangci: filepath.Join(bin, custom.Name),
	}
	goCommand(t, dir, "build", "-mod=mod", "-o", r.golangci, ".")
	command, errs, code := start(t, root, "go", "tool", "-n", "jwtvet")
	if code != 0 {
		t.Fatal(errs)
	}
	r.command = strings.TrimSpace(command)
	goCommand(t, r.testdata, "mod", "download")
	sums, err := os.ReadFile(filepath.Join(r.testdata, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	r.sums = string(sums)
	t.Setenv("GOLANGCI_LINT_CACHE", t.TempDir())
	return r
}

func goCommand(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	// golangci-lint may want a newer Go
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOTOOLCHAIN=auto")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// start runs a program and returns what it says.
func start(t *testing.T, dir, program string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off")
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

// issues runs golangci-lint over packages, ./... when none are named, and returns what
// it finds, sorted by place.
func (r *rig) issues(t *testing.T, dir string, args ...string) []issue {
	t.Helper()
	args = append([]string{"run", "--show-stats=false", "--output.json.path=stdout"}, args...)
	out, errs, code := start(t, dir, r.golangci, args...)
	var doc struct{ Issues []issue }
	if err := json.Unmarshal([]byte(out), &doc); err != nil || code > 1 {
		t.Fatalf("golangci-lint: %v, exit code %d: %s%s", err, code, out, errs)
	}
	slices.SortFunc(doc.Issues, byPlace)
	return doc.Issues
}

// configure gives a module the settings that the repository shows, with
// some of their text replaced.
func (r *rig) configure(t *testing.T, dir string, oldnew ...string) {
	t.Helper()
	data, err := os.ReadFile(r.example)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(oldnew); i += 2 {
		if !strings.Contains(string(data), oldnew[i]) {
			t.Fatalf("the example has no %q", oldnew[i])
		}
	}
	write(t, dir, ".golangci.yml", strings.NewReplacer(oldnew...).Replace(string(data)))
}

// module writes a module that requires golang-jwt and has the settings that the repository shows.
func (r *rig) module(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "go.mod",
		"module example.com/app\n\ngo 1.25.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n")
	write(t, dir, "go.sum", r.sums)
	r.configure(t, dir)
	for name, text := range files {
		write(t, dir, name, text)
	}
	return dir
}

// signing is a package that signs with a key; the comment stands behind the call.
func signing(key, comment string) string {
	return "package app\n\nimport \"github.com/golang-jwt/jwt/v5\"\n" +
		function("Sign", key, comment)
}

// function is another function of such a package.
func function(name, key, comment string) string {
	return fmt.Sprintf("\nfunc %s(c jwt.Claims) (string, error) {\n\treturn jwt.NewWithClaims(jwt.SigningMethodHS256, c).SignedString([]byte(%s)) %s\n}\n", name, key, comment)
}
