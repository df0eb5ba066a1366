package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
)

// soon is run for what must not hang.
func soon(t *testing.T, dir string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, tool(t), args...)
	cmd.Dir, cmd.WaitDelay = dir, time.Second
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "JWTVET_TEST_MAIN=1",
		"GITHUB_ACTIONS=")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if ctx.Err() != nil {
		t.Fatalf("%q hangs: %s%s", args, &out, &errs)
	}
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return out.String(), errs.String(), exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), 0
}

// jwtModule is module with a go.mod that requires golang-jwt.
func jwtModule(t *testing.T, files map[string]string) string {
	t.Helper()
	files["go.mod"], files["go.sum"] = goMod, goSum
	return module(t, files)
}

// named is a package with the reports of bad.
func named(pkg string) string { return strings.Replace(bad, "package bad", "package "+pkg, 1) }

// shows fails for every character that a terminal would obey, besides line breaks and tabs.
func shows(t *testing.T, text string) {
	t.Helper()
	for _, r := range text {
		if r != '\n' && r != '\t' && (!unicode.IsPrint(r) || r == unicode.ReplacementChar) {
			t.Errorf("%q is in %q", r, text)
		}
	}
}

// What a terminal would obey in the names and the text of a program does not reach it.
func TestHostileText(t *testing.T) {
	const odd = "\x1b[31m\u202e\u2066\u200f\u009b2J"
	source := strings.Replace(named("source"), "\n}", " // "+odd+"\x1b]0;title\n}", 1)
	source = strings.Replace(source, `"local"`, "/* \u202e\x1b[2J */ \"local\"", 1)
	dir := jwtModule(t, map[string]string{
		"escape/x" + odd + ".go": named("escape"), "line/x\nline.go:1:1: y.go": named("line"),
		"source/source.go": source,
		"claim/claim.go": strings.NewReplacer("package bad", "package claim", "claims).",
			`jwt.MapClaims{"exp": 1, "\x1b[31m\u202epassword": name}).`,
			"claims jwt.Claims", "name string, key []byte", `[]byte("local")`, "key").Replace(bad),
		"broken/x" + odd + ".go": "package broken\n\nvar x int = \"" +
			strings.ReplaceAll(odd, "\x1b", "") + "\"\n",
		"web/web.go": ships, "web/dist/app.js": "a()\n",
		"web/views/login.html": "\x9b\x1b[2J" + keeps,
		"gone" + odd + "/x.go": "package gone\n",
	})
	out, errs, code := soon(t, dir)
	for _, want := range []string{
		`./escape/x\x1b[31m\u202e\u2066\u200f\u009b2J.go:7:79: hardcoded-secret: `,
		`./line/x\nline.go:1:1: y.go:7:79: hardcoded-secret: `,
		`// \x1b[31m\u202e\u2066\u200f\u009b2J\x1b]0;title` + "\n", `    \x9b\x1b[2J<script>`,
		`token contains "\x1b[31m\u202epassword": `,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is not in\n%s", want, out)
		}
	}
	for _, want := range []string{`./broken/x\x1b[31m\u202e`, `gone\x1b[31m\u202e`} {
		if !strings.Contains(errs, want) {
			t.Errorf("%s is not in\n%s", want, errs)
		}
	}
	shows(t, out)
	shows(t, errs)
	if code != 3 || lines(errs) != 2 {
		t.Errorf("got %d\n%s", code, errs)
	}
	_, excerpt, _ := strings.Cut(out, "    …") // the dots are one character
	source, mark, _ := strings.Cut("     "+excerpt, "\n")
	mark, _, _ = strings.Cut(mark, "\n")
	if i := strings.Index(mark, "^^^^^^^"); i < 0 || i+7 > len(source) ||
		source[i:i+7] != `"*****"` {
		t.Errorf("the key is not marked in\n%s\n%s", source, mark)
	}
	out, errs, _ = soon(t, dir, "-json")
	shows(t, out)
	shows(t, errs)
	if !json.Valid([]byte(out)) ||
		!strings.Contains(out, `./escape/x\u001b[31m\u202e\u2066\u200f\u009b2J.go"`) {
		t.Errorf("got %s", out)
	}
	for _, args := range [][]string{
		{"-C", "no" + odd},
		{"./no" + odd},
		{"-no" + odd},
		{"help", "no" + odd},
	} {
		out, errs, code := soon(t, dir, args...)
		if shows(t, out+errs); code != 2 || lines(errs) != 1 {
			t.Errorf("%q: got %d, %s%s", args, code, out, errs)
		}
	}
}

// tree returns a hash of every name, mode and content below a folder.
func tree(t *testing.T, dir string) string {
	t.Helper()
	h := sha256.New()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		fmt.Fprintf(h, "%q %v %v\n", path, info.Mode(), info.ModTime())
		if info.Mode().IsRegular() {
			data, err := os.ReadFile(path)
			fmt.Fprintf(h, "%d %s\n", len(data), data)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// The command writes nothing, and starts nothing of what it analyses: neither tests nor
// generators nor init functions.
func TestHostileProgram(t *testing.T) {
	touch := "package run\n\nimport \"os\"\n\nfunc init() { os.WriteFile(`%s`, nil, 0o666) }\n"
	mark := filepath.Join(t.TempDir(), "executed")
	touch = fmt.Sprintf(touch, mark)
	dir := jwtModule(t, map[string]string{
		"bad/bad.go": bad, "run/run.go": touch + "\n//go:generate touch " + mark + "\n",
		"run/run_test.go": strings.Replace(touch, "import \"os\"",
			"import (\n\t\"os\"\n\t\"testing\"\n)\n\nfunc Test(*testing.T) {}", 1),
		"fix/fix.go": strings.NewReplacer("package bad", "package fix", `[]byte("local")`, "key",
			"claims jwt.Claims", "claims jwt.Claims, key string").Replace(bad),
	})
	before := tree(t, dir)
	for _, args := range [][]string{
		nil, {"-json"}, {"-tests", "-strict", "-advice"}, {"-C", dir, "./..."},
	} {
		if out, errs, code := soon(t, dir, args...); code != 1 ||
			!strings.Contains(out, "hardcoded-secret") || !strings.Contains(out, "key-type") {
			t.Errorf("%q: got %d\n%s%s", args, code, out, errs)
		}
		if tree(t, dir) != before {
			t.Fatalf("%q changes the module", args)
		}
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("code of the module was executed")
	}
}
