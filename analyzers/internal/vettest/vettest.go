// Package vettest runs the real tool through go vet over the packages of testdata, a module of
// its own that requires the real libraries, and compares the reports with the want comments
// there. See want.go for their form.
package vettest

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Report is one report of the tool, or one that a want comment asks for.
type Report struct {
	Place    string // file:line, the file relative to testdata
	Category string
	Message  string // of a want: a part of it
}

func (r Report) String() string { return fmt.Sprintf("%s: %s: %s", r.Place, r.Category, r.Message) }

// Run analyses a folder of testdata and fails the test for every difference between the reports
// of one analyzer and the want comments.
func Run(t *testing.T, analyzer, folder string, flags ...string) {
	t.Helper()
	RunFor(t, nil, analyzer, folder, flags...)
}

// RunFor is Run with environment variables set, such as GOOS=js.
//
// All analyzers run, whichever is asked for. The go command stores the facts of a package under
// the flags of the tool, so that the tests of every check share those of the hundred libraries
// that testdata requires.
func RunFor(t *testing.T, env []string, analyzer, folder string, flags ...string) {
	t.Helper()
	got := reports(t, env, analyzer, flags, "./"+folder+"/...")
	want, unread, err := wants(Root(t), folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, complaint := range slices.Concat(unread, compare(got, want)) {
		t.Error(complaint)
	}
}

// Wants returns the reports that the want comments below a folder of testdata ask for.
func Wants(t *testing.T, folder string) []Report {
	t.Helper()
	want, unread, err := wants(Root(t), folder)
	if err != nil || unread != nil {
		t.Fatal(err, unread)
	}
	return want
}

// Reports runs go vet with the tool over packages of testdata.
func Reports(t *testing.T, flags []string, patterns ...string) []Report {
	t.Helper()
	return reports(t, nil, "", flags, patterns...)
}

// reports returns what one analyzer reports, or all do where none is named.
func reports(
	t *testing.T, env []string, analyzer string, flags []string, patterns ...string,
) []Report {
	t.Helper()
	args := slices.Concat([]string{"vet", "-json", "-vettool=" + Tool(t), beside(t)}, flags, patterns)
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = Root(t), append(os.Environ(), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, stderr.String())
	}
	out, err := parse(stdout.String()+objects(stderr.String()), cmd.Dir, analyzer)
	if err != nil {
		t.Fatalf("reading the output of go vet: %v", err)
	}
	return out
}

// Fixes compares the changes that the suggested fixes of one analyzer make to a folder of
// testdata with those in its file fixes.diff. It is a subtest, which is skipped where the go
// command cannot apply fixes.
func Fixes(t *testing.T, analyzer, folder string, flags ...string) {
	t.Helper()
	t.Run(folder, func(t *testing.T) {
		t.Helper()
		fixes(t, analyzer, folder, flags)
	})
}

func fixes(t *testing.T, analyzer, folder string, flags []string) {
	t.Helper()
	args := slices.Concat([]string{"vet", "-vettool=" + Tool(t), "-" + analyzer}, flags,
		[]string{"-fix", "-diff", "./" + folder + "/..."})
	cmd := exec.Command("go", args...)
	cmd.Dir = Root(t)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if strings.Contains(stderr.String(), "flag provided but not defined: -fix") {
		t.Skip("go vet has no -fix before Go 1.26")
	}
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	got := sorted(strings.ReplaceAll(string(out), cmd.Dir+string(filepath.Separator), ""))
	want, err := os.ReadFile(filepath.Join(cmd.Dir, folder, "fixes.diff"))
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the fixes of %s are\n%s\nwant\n%s%s", folder, got, want, &stderr)
	}
}

// sorted puts the changes in the order of their files: packages are analysed in any order.
func sorted(diff string) string {
	files := strings.SplitAfter(strings.ReplaceAll(diff, "\n--- ", "\n\x00--- "), "\x00")
	for i := range files {
		files[i] = strings.TrimSuffix(files[i], "\x00")
	}
	slices.Sort(files)
	return strings.Join(files, "")
}
