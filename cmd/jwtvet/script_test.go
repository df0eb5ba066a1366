package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScript runs the transcripts of testdata/script: sessions of somebody who adopts the command,
// as they are typed. Their own commands:
//
//	exits CODE ARGS...       jwtvet ARGS must end with the exit code
//	refuses PATTERN ARGS...  it must end with 2, show nothing and say one line that has the pattern
//	lines N FILE             the file, or stdout or stderr, must have so many lines
//	copies N FILE            make packages p1, p2 ... of a file whose package is p
//	until FILE               wait until the file is there
//
// The folder app is a module that requires golang-jwt, unless the script has a go.mod for it.
func TestScript(t *testing.T) {
	bin := t.TempDir()
	name := "jwtvet"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	if err := os.Symlink(tool(t), filepath.Join(bin, name)); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                filepath.Join("testdata", "script"),
		RequireUniqueNames: true,
		Setup:              func(e *testscript.Env) error { return prepare(e, bin) },
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Getuid() == 0, nil
			}
			return false, fmt.Errorf("there is no condition %s", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "refuses": refuses, "lines": hasLines, "copies": copies, "until": until,
		},
	})
}

// prepare gives a script the go command and the tool, and its modules what they require.
func prepare(e *testscript.Env, bin string) error {
	names := []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GOSUMDB", "GOTOOLCHAIN"}
	out, err := exec.Command("go", append([]string{"env"}, names...)...).Output()
	if err != nil {
		return err
	}
	for i, value := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		e.Setenv(names[i], strings.TrimSpace(value))
	}
	for name, value := range map[string]string{
		"PATH": bin + string(os.PathListSeparator) + os.Getenv("PATH"), "JWTVET_TEST_MAIN": "1",
		"TOOL": filepath.Join(bin, "jwtvet"), "GOFLAGS": "", "GOWORK": "", "GITHUB_ACTIONS": "", "HOME": e.WorkDir,
		"GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com",
		"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com",
	} {
		e.Setenv(name, value)
	}
	app := filepath.Join(e.WorkDir, "app")
	if _, err := os.Stat(filepath.Join(app, "go.mod")); err != nil {
		if err := os.MkdirAll(app, 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(app, "go.mod"), []byte(goMod), 0o666); err != nil {
			return err
		}
	}
	return filepath.WalkDir(e.WorkDir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != "go.mod" {
			return err
		}
		return os.WriteFile(filepath.Join(filepath.Dir(path), "go.sum"), []byte(goSum), 0o666)
	})
}

// ended runs the tool and returns its exit code.
func ended(ts *testscript.TestScript, args []string) int {
	err := ts.Exec("jwtvet", args...)
	exit := (*exec.ExitError)(nil)
	if errors.As(err, &exit) {
		return exit.ExitCode()
	}
	ts.Check(err)
	return 0
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := ended(ts, args[1:]); got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func refuses(ts *testscript.TestScript, _ bool, args []string) {
	got, errs := ended(ts, args[1:]), ""
	if errs = ts.ReadFile("stderr"); got != 2 || ts.ReadFile("stdout") != "" || lines(errs) != 1 ||
		!strings.HasPrefix(errs, "jwtvet: ") {
		ts.Fatalf("exit code %d, want 2, one line and no output", got)
	}
	if ok, err := regexp.MatchString("(?m)"+args[0], errs); !ok || err != nil {
		ts.Fatalf("%q does not match %s: %v", args[0], errs, err)
	}
}

func hasLines(ts *testscript.TestScript, _ bool, args []string) {
	if got := strconv.Itoa(lines(ts.ReadFile(args[1]))); got != args[0] {
		ts.Fatalf("%s lines, want %s", got, args[0])
	}
}

func copies(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	text := ts.ReadFile(args[1])
	for i := range n {
		name := fmt.Sprintf("p%d", i+1)
		ts.Check(os.MkdirAll(ts.MkAbs(name), 0o777))
		ts.Check(os.WriteFile(ts.MkAbs(name+"/p.go"),
			[]byte(strings.Replace(text, "package p\n", "package "+name+"\n", 1)), 0o666))
	}
}

func until(ts *testscript.TestScript, _ bool, args []string) {
	for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		if time.Now().After(end) {
			ts.Fatalf("there is no %s", args[0])
		}
	}
}
