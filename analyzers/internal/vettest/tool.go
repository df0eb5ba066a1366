package vettest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// repository is the folder of go.mod.
var repository = sync.OnceValue(func() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..", "..")
})

// Root returns the folder of the testdata module, its libraries downloaded and its files that git
// ignores written.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := Module()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// Module is Root for those that have no test at hand.
var Module = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(repository(), "testdata")
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("downloading the libraries of testdata: %w\n%s", err, out)
	}
	if err := writeIgnored(dir); err != nil {
		return "", fmt.Errorf("writing the files of testdata that git ignores: %w", err)
	}
	return filepath.EvalSymlinks(dir)
})

// Tool returns the path of the tool. The go command builds it and keeps it in its cache, where
// the tests of all packages find it.
func Tool(t testing.TB) string {
	t.Helper()
	path, err := tool()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

var tool = sync.OnceValues(func() (string, error) {
	cmd := exec.Command("go", "tool", "-n", "jwtvet")
	cmd.Dir = repository()
	out, err := cmd.Output()
	if err != nil {
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			err = fmt.Errorf("%w\n%s", err, exit.Stderr)
		}
		return "", fmt.Errorf("building the tool: %w", err)
	}
	return strings.TrimSpace(string(out)), sources()
})

// beside returns a flag for what testdata holds besides Go files: the go command would repeat the
// answer that it had before an edit of a page or of a settings file. The tool ignores the flag.
func beside(t testing.TB) string {
	t.Helper()
	h := sha256.New()
	err := filepath.WalkDir(Root(t), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || filepath.Ext(path) == ".go" {
			return err
		}
		data, err := os.ReadFile(path)
		fmt.Fprintf(h, "%q %x\n", path, sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("-request=%x", h.Sum(nil)[:6])
}

// sources lists the folders that the tool is built from. The go command repeats a test where
// what the test itself looked at has changed; it does not know what the commands read that the
// test runs.
func sources() error {
	for _, dir := range []string{"analyzers", "cmd", "internal"} {
		err := filepath.WalkDir(filepath.Join(repository(), dir),
			func(_ string, _ fs.DirEntry, err error) error { return err })
		if err != nil {
			return err
		}
	}
	return nil
}
