package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSame analyses with few and many threads and processes, each time from the start: the output
// is the same, byte for byte.
func TestSame(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses a folder of testdata and its libraries three times")
	}
	identical(t, filepath.Join("..", "..", "testdata"), "./secret/across/...", "./verify/...",
		"./ignore/...")
}

// TestSameElsewhere is TestSame for the modules in the folders that JWTVET_TEST_SAME
// names, separated as in PATH:
//
//	JWTVET_TEST_SAME=/src/one:/src/two go test -run TestSameElsewhere ./cmd/jwtvet
func TestSameElsewhere(t *testing.T) {
	dirs := filepath.SplitList(os.Getenv("JWTVET_TEST_SAME"))
	if len(dirs) == 0 {
		t.Skip("JWTVET_TEST_SAME names no folder")
	}
	for _, dir := range dirs {
		identical(t, dir, "./...")
	}
}

// identical looks at packages of one module.
func identical(t *testing.T, dir string, patterns ...string) {
	t.Helper()
	first := map[string]string{}
	for i, c := range []struct{ threads, processes int }{{2, 8}, {1, 1}, {8, 8}} {
		program := anew(t, i)
		env := []string{
			fmt.Sprintf("GOMAXPROCS=%d", c.threads), fmt.Sprintf("GOFLAGS=-p=%d", c.processes),
		}
		forms := []string{"-json=false", "-json"}
		if i%2 > 0 { // the form that comes second is what the go command has kept
			forms[0], forms[1] = forms[1], forms[0]
		}
		for _, form := range forms {
			args := append([]string{"-strict", "-advice", form}, patterns...)
			out, errs, code := start(t, dir, env, program, args...)
			if code > 1 && i == 0 {
				t.Logf("%s: %d: %s", dir, code, errs)
			}
			got := fmt.Sprintf("%s%s%d", out, errs, code)
			if i == 0 {
				first[form] = got
			} else if want := first[form]; got != want {
				t.Errorf("%s, %s: with %s other output:\n%s",
					dir, form, strings.Join(env, " "), differing(got, want))
			}
		}
	}
	t.Logf("%s: %d lines of text, %d of JSON",
		dir, lines(first["-json=false"]), lines(first["-json"]))
	if lines(first["-json=false"]) < 2 {
		t.Errorf("%s: nothing is reported:\n%s", dir, first["-json=false"])
	}
}

// anew returns the path of a copy of the tool that the go command takes for another
// one: it keeps nothing of it.
func anew(t *testing.T, n int) string {
	t.Helper()
	from, err := os.Open(tool(t))
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	path := filepath.Join(t.TempDir(), "jwtvet")
	to, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o777)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		t.Fatal(err)
	}
	if _, err := fmt.Fprintf(to, "%d %s", n, path); err != nil {
		t.Fatal(err)
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// differing returns the lines that only one of two outputs has.
func differing(got, want string) string {
	var out strings.Builder
	for _, s := range []struct{ sign, text, other string }{{"+", got, want}, {"-", want, got}} {
		for line := range strings.Lines(s.text) {
			if !strings.Contains(s.other, line) {
				out.WriteString(s.sign + " " + strings.TrimSuffix(line, "\n") + "\n")
			}
		}
	}
	if out.Len() == 0 {
		return "the same lines in another order"
	}
	return out.String()
}
