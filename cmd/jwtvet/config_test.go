package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The first file is written once; what is wrong with it is said without an analysis.
func TestConfig(t *testing.T) {
	dir := module(t, map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.25.0\n", "inner/clean.go": clean, ".git/HEAD": "",
	})
	file := filepath.Join(dir, ".jwtvet.yml")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name   string
		change func()
		args   []string
		code   int
		out    string // part of the output
		errs   string // the one line of errors has it
	}{
		{"none", nil, []string{"config", "check"}, 0,
			`there is no .jwtvet.yml here: "jwtvet init" writes one`, ""},
		{"none", nil, []string{"config", "show"}, 0, "with no .jwtvet.yml and the flags", ""},
		{"packages", nil, []string{"init", "./..."}, 2, "", "init is about the whole module"},
		{"first", nil, []string{"init"}, 0, ".jwtvet.yml has every setting at its default", ""},
		{"again", nil, []string{"init"}, 2, "", ".jwtvet.yml is there already"},
		{"valid", nil, []string{"config", "check"}, 0, ".jwtvet.yml is valid\n", ""},
		{"from elsewhere", nil, []string{"-C", dir, "config"}, 2, "", "no package matches config"},
		{"changed", func() { write("access-life: 15m\nonly: [jwtexpiry]\n") },
			[]string{"config", "show", "-severity=high", "-tests"}, 0,
			"tests: true\nstrict: false\nadvice: false\nonly:\n  - jwtexpiry\ndisable: []\n" +
				"severity: high\nfail-on: low\nseverities: {}\naccess-life: 15m\n", ""},
		{"wrong", func() { write("tests: true\nacess-life: 15m\n") }, []string{"config", "check"}, 2, "",
			`.jwtvet.yml:2: unknown setting "acess-life": did you mean access-life?`},
		{"wrong", nil, []string{"config", "show"}, 2, "", `.jwtvet.yml:2: unknown setting`},
		{"wrong flag", func() { write("") }, []string{"config", "check", "-fail-on=hihg"}, 2, "",
			`fail-on: unknown severity "hihg": did you mean high?`},
		{"a folder", func() {
			os.Remove(file)
			os.Mkdir(file, 0o777)
		}, []string{"config", "check"}, 2, "", "is not a regular file"},
		{"a folder", nil, []string{"init"}, 2, "", ".jwtvet.yml is there already"},
		{"schema", nil, []string{"config", "schema"}, 0, `"access-life": {`, ""},
		{"help", nil, []string{"config", "help"}, 0, "jwtvet config show", ""},
		{"help", nil, []string{"init", "-h"}, 0, "jwtvet init", ""},
		{"nothing", nil, []string{"config"}, 2, "", `use "jwtvet config check"`},
	} {
		if c.change != nil {
			c.change()
		}
		out, errs, code := run(t, filepath.Join(dir, "inner"), nil, c.args...)
		if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(errs, c.errs) ||
			c.code == 0 && errs != "" || c.code == 2 && (out != "" || lines(errs) != 1) {
			t.Errorf("%s, %q: got %d, %q, %q; want %d, %q, %q",
				c.name, c.args, code, out, errs, c.code, c.out, c.errs)
		}
	}
	if left, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(left) != 2 {
		t.Errorf("left are %q, %v", left, err)
	}
}

// Where nothing can be written, nothing is.
func TestInitWhereNothingCanBeWritten(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("everything can be written")
	}
	dir := module(t, map[string]string{"go.mod": "module example.com/app\n\ngo 1.25.0\n"})
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	if out, errs, code := run(t, dir, nil, "init"); code != 2 || out != "" || lines(errs) != 1 ||
		!strings.Contains(errs, "cannot write ./.jwtvet.yml: permission denied") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
}
