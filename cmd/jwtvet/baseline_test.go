package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// put writes a file of a module.
func put(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// A repository with old reports adopts the program with two commands: what it has is hidden, what
// is new is not.
func TestBaseline(t *testing.T) {
	dir := jwtModule(t, map[string]string{
		"one/one.go": named("one"), "two/two.go": named("two"), "three/three.go": named("three"),
		".git/HEAD": "ref: refs/heads/main\n",
	})
	const list = ".jwtvet-baseline.yml"
	expect := func(want string, exit int, args ...string) string {
		t.Helper()
		out, errs, code := run(t, dir, nil, args...)
		if code != exit || !strings.Contains(out+errs, want) {
			t.Fatalf("%q: got %d, %s%swant %d and %s", args, code, out, errs, exit, want)
		}
		return out + errs
	}
	expect("lists 3 reports: \"jwtvet -baseline ./"+list+"\" reports what is new\n", 0,
		"baseline", "write")
	hidden := []string{"-baseline", list}
	if got := expect("no reports; 3 more reports in the baseline\n", 0, hidden...); lines(got) != 1 {
		t.Errorf("got %s", got)
	}
	expect(`"kind": "baseline"`, 0, append(hidden, "-json")...)
	expect(`"status": "accepted"`, 0, append(hidden, "-format", "sarif-all")...)
	if got := expect("", 0, append(hidden, "-format", "sarif")...); strings.Contains(got, "ruleId") {
		t.Errorf("suppressed results are open alerts for GitHub: %s", got)
	}

	// lines move, a file and its package move, code is reformatted: nothing is new
	put(t, dir, "one/one.go", strings.Replace(named("one"), "// Sign", "var a, b int\n\n// Sign", 1))
	if err := os.RemoveAll(filepath.Join(dir, "two")); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "internal/moved/sign.go", strings.Replace(named("moved"), `[]byte("local")`,
		"[]byte(\n\t\t\"local\",\n\t)", 1))
	expect("no reports; 3 more reports in the baseline\n", 0, hidden...)

	// one is new, and only that one is shown
	put(t, dir, "new/new.go", strings.Replace(named("new"), "Sign(", "Issue(", 1))
	got := expect("1 report (1 critical); 3 more reports in the baseline\n", 1, hidden...)
	if strings.Count(got, "hardcoded-secret") != 1 || !strings.HasPrefix(got, "./new/new.go:7:") {
		t.Errorf("got %s", got)
	}
	put(t, dir, "new/new.go", "package new\n")

	// one is fixed: told in one line, unless the run has not seen everything
	put(t, dir, "three/three.go", "package three\n")
	const stale = "lists 1 report no longer found: \"jwtvet baseline prune\" takes them out\n"
	expect("jwtvet: "+list+" "+stale, 0, hidden...)
	if got := expect("", 0, append(hidden, "./one")...); strings.Contains(got, "no longer") {
		t.Errorf("got %s", got)
	}
	expect("lists 2 reports, 1 less\n", 0, "baseline", "prune")
	if got := expect("", 0, hidden...); strings.Contains(got, "no longer") {
		t.Errorf("got %s", got)
	}
	got = expect("2 reports in ./"+list+"\n", 0, "baseline", "show")
	if lines(got) != 3 || !strings.HasPrefix(got, "one/one.go: hardcoded-secret: JWT signing key") {
		t.Errorf("got %s", got)
	}
	// from a folder of the module, the same
	sub := filepath.Join(dir, "one")
	if out, errs, code := run(t, sub, nil, "baseline", "write"); code != 0 ||
		!strings.Contains(out, "lists 2 reports") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	if _, err := os.Stat(filepath.Join(sub, list)); err == nil {
		t.Error("a second list is in a folder of the module")
	}
}

// Settings that report more are kept in the list: it is not pruned without them.
func TestBaselineWith(t *testing.T) {
	dir := jwtModule(t, map[string]string{"bad/bad.go": "package bad\n", "bad/bad_test.go": bad})
	if out, errs, code := run(t, dir, nil, "baseline", "write", "-tests"); code != 0 ||
		!strings.Contains(out, "lists 1 report:") {
		t.Fatalf("got %d, %s%s", code, out, errs)
	}
	const list = ".jwtvet-baseline.yml"
	if out, errs, code := run(t, dir, nil, "-baseline", list); code != 0 || errs != "" {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	_, errs, code := run(t, dir, nil, "baseline", "prune")
	if code != 2 || !strings.Contains(errs, "was written with tests on: give -tests too\n") {
		t.Errorf("got %d, %s", code, errs)
	}
}

// What is wrong with a list is one line, before anything is analysed.
func TestBaselineRefused(t *testing.T) {
	dir := jwtModule(t, map[string]string{
		"bad/bad.go": bad, "foreign.yml": "runs: []\n", "broken/broken.go": broken,
	})
	for _, c := range []struct {
		args []string
		want string
		code int
	}{
		{[]string{"-baseline", "none.yml"}, `there is no baseline none.yml: "jwtvet baseline write"`, 2},
		{[]string{"-baseline", "foreign.yml"}, "foreign.yml is no baseline of jwtvet: line 1: ", 2},
		{[]string{"-baseline", "bad"}, "cannot read baseline bad: not a regular file", 2},
		{[]string{"baseline"}, `use "jwtvet baseline write", `, 2},
		{[]string{"baseline", "write", "./bad"}, "leave the packages out", 2},
		{[]string{"baseline", "write", "-json"}, "leave -format and -json out", 2},
		{[]string{"baseline", "write", "-baseline", "none/list.yml"},
			"cannot write baseline none/list.yml: no such file or directory", 2},
		{[]string{"baseline", "prune"}, "there is no baseline ./.jwtvet-baseline.yml", 2},
		{[]string{"baseline", "show"}, "there is no baseline ./.jwtvet-baseline.yml", 2},
		{[]string{"baseline", "write"},
			"./.jwtvet-baseline.yml is not written, since not everything was analysed", 3},
	} {
		out, errs, code := run(t, dir, nil, c.args...)
		if code != c.code || out != "" || c.code == 2 && lines(errs) != 1 ||
			!strings.Contains(errs, c.want) {
			t.Errorf("%q: got %d, %s%s", c.args, code, out, errs)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*baseline*")); len(left) > 0 {
		t.Errorf("%q are left", left)
	}
}
