//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// git runs git in a folder, as somebody whose own settings are not read.
func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	env := []string{"HOME=" + t.TempDir(), "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com",
		"GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com"}
	out, errs, code := start(t, dir, env, "git", append([]string{"-c", "protocol.file.allow=always",
		"-c", "init.defaultBranch=main"}, args...)...)
	if code != 0 {
		t.Fatalf("git %q: %s", args, errs)
	}
	return strings.TrimSpace(out)
}

// repository makes a repository of a module in a folder of it, with one commit on main.
func repository(t *testing.T, files map[string]string) (root, dir string) {
	t.Helper()
	root = t.TempDir()
	dir = filepath.Join(root, "svc")
	if err := os.Rename(jwtModule(t, files), dir); err != nil {
		t.Fatal(err)
	}
	git(t, root, "init", "-q")
	commit(t, root, "first")
	return root, dir
}

func commit(t *testing.T, root, message string) {
	t.Helper()
	git(t, root, "add", "-A")
	git(t, root, "commit", "-q", "-m", message)
}

// takes is a package whose function signs with a key that callers pass.
const takes = `package sign

import "github.com/golang-jwt/jwt/v5"

// Sign signs.
func Sign(claims jwt.Claims, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(key))
}
`

// uses calls it with a constant from a third package.
const uses = `package use

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/app/key"
	"example.com/app/sign"
)

// Use signs.
func Use(claims jwt.Claims) (string, error) {
	return sign.Sign(claims, key.Secret())
}
`

// A report is new when any place on its way is on a line that is new since the branches parted:
// committed, changed or not yet known to git. Others are hidden, also after their file moved.
func TestNewFrom(t *testing.T) {
	root, dir := repository(t, map[string]string{
		"old/old.go": named("old"), "sign/sign.go": takes, "use/use.go": uses,
		"key/key.go": "package key\n\nimport \"os\"\n\n// Secret is one.\nfunc Secret() string { return os.Args[1] }\n",
	})
	expect := func(want string, exit int, args ...string) string {
		t.Helper()
		out, errs, code := run(t, dir, nil, append([]string{"-new-from", "main"}, args...)...)
		if code != exit || !strings.Contains(out, want) || errs != "" {
			t.Fatalf("got %d, %s%swant %d and %s", code, out, errs, exit, want)
		}
		return out
	}
	git(t, root, "checkout", "-q", "-b", "topic")
	expect("no reports; 1 more report on lines that are not new\n", 0)
	expect(`"kind": "older",`, 0, "-json")

	git(t, root, "mv", "svc/old", "svc/moved") // moved, and a line above it
	put(t, dir, "moved/old.go", strings.Replace(named("moved"), "// Sign", "var a int\n\n// Sign", 1))
	expect("no reports; 1 more report on lines that are not new\n", 0)

	// the key is a constant now: the report is in use, which is as it was
	const literal = "package key\n\n// Secret is one.\nfunc Secret() string { return \"local\" }\n"
	put(t, dir, "key/key.go", literal)
	if got := expect("1 report (1 critical); 1 more report on lines that are not new\n", 1); !strings.HasPrefix(got,
		"./use/use.go:12:27: hardcoded-secret") {
		t.Errorf("got %s", got)
	}
	commit(t, root, "second")
	expect("1 report (1 critical); 1 more report on lines", 1)
	if out, _, code := run(t, dir, nil, "-new-from", "topic"); code != 0 ||
		!strings.Contains(out, "no reports; 2 more reports on lines") {
		t.Errorf("got %d, %s", code, out)
	}

	put(t, dir, "new/new.go", named("new")) // git does not know it
	expect("2 reports (2 critical); 1 more", 1)

	// what others do on main meanwhile is not new here
	git(t, root, "stash", "-q", "-u")
	git(t, root, "checkout", "-q", "main")
	put(t, dir, "old/old.go", strings.Replace(named("old"), "local", "secret", 1))
	commit(t, root, "third")
	git(t, root, "checkout", "-q", "topic")
	git(t, root, "stash", "pop", "-q")
	expect("2 reports (2 critical); 1 more", 1)

	// a baseline takes the rest
	if _, errs, code := run(t, dir, nil, "baseline", "write"); code != 0 {
		t.Fatal(errs)
	}
	expect("no reports; 3 more reports in the baseline\n", 0, "-baseline", ".jwtvet-baseline.yml")
}

// Fixes move lines: what is left is judged by the lines that are new then.
func TestNewFromAndFix(t *testing.T) {
	root, dir := repository(t, map[string]string{"one/one.go": "package one\n", "old/old.go": keyType})
	put(t, dir, "one/one.go", keyType)
	out, errs, code := run(t, dir, nil, "-new-from", "HEAD", "-fix")
	if code != 0 || errs != "jwtvet: changed 1 file to fix 1 report\n" ||
		!strings.Contains(out, "no reports; 1 more report on lines that are not new\n") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	if changed := git(t, root, "status", "--short"); changed != "M svc/one/one.go" {
		t.Errorf("got %q", changed)
	}
}

// What cannot be compared is one line, before anything is analysed.
func TestNewFromRefused(t *testing.T) {
	root, dir := repository(t, map[string]string{"old/old.go": named("old")})
	put(t, dir, "two/two.go", "package two\n")
	commit(t, root, "second")
	git(t, root, "checkout", "-q", "--orphan", "alone")
	commit(t, root, "alone")
	git(t, root, "checkout", "-q", "main")
	shallow := filepath.Join(t.TempDir(), "clone")
	git(t, root, "clone", "-q", "--depth=1", "--no-single-branch", "file://"+root, shallow)
	outside := jwtModule(t, map[string]string{"old/old.go": named("old")})
	empty := jwtModule(t, map[string]string{"old/old.go": named("old")})
	git(t, empty, "init", "-q")
	noGit := slowGo(t, "none")
	for _, c := range []struct {
		name, dir, rev, want string
		env                  []string
	}{
		{"unknown", dir, "release-9", "git has no revision release-9 here: ", nil},
		{"a flag", dir, "--all", "git has no revision --all here: ", nil},
		{"a tree", dir, "main^{tree}", "git has no revision main^{tree} here: ", nil},
		{"nothing", dir, "", "-new-from names no revision", nil},
		{"shallow", filepath.Join(shallow, "svc"), "main~1",
			"this clone is shallow and has no revision main~1: fetch the history", nil},
		{"shallow, of a branch", filepath.Join(shallow, "svc"), "origin/alone",
			"this clone is shallow and lacks the commit at which HEAD and origin/alone part: ", nil},
		{"nothing in common", dir, "alone", "HEAD and alone have no commit in common", nil},
		{"no repository", outside, "main", "-new-from needs a work tree of git: not a git repository", nil},
		{"no commit", empty, "main", "git has no revision main here: ", nil},
		{"no git", dir, "main", "there is no git command on PATH", []string{"PATH=" + noGit}},
	} {
		out, errs, code := run(t, c.dir, c.env, "-new-from="+c.rev)
		if code != 2 || out != "" || lines(errs) != 1 || !strings.Contains(errs, c.want) {
			t.Errorf("%s: got %d, %s%swant %s", c.name, code, out, errs, c.want)
		}
	}
	if _, errs, code := run(t, dir, nil, "baseline", "write", "-new-from=main"); code != 2 ||
		!strings.Contains(errs, "leave -new-from out") {
		t.Errorf("got %d, %s", code, errs)
	}
}

// Names of files are as git quotes them, lines of a hunk may look like headers, and the settings of
// a user change nothing.
func TestNewFromOddNames(t *testing.T) {
	root, dir := repository(t, map[string]string{
		"old/old.go": named("old"), "odd/a \"ü\".txt": "x\n", "odd/b b.go": "package odd\n",
	})
	for _, setting := range []string{"diff.noprefix", "diff.relative", "color.ui=always"} {
		name, value, ok := strings.Cut(setting, "=")
		if !ok {
			value = "true"
		}
		git(t, root, "config", name, value)
	}
	git(t, root, "config", "diff.interHunkContext", "50")
	put(t, dir, "odd/a \"ü\".txt", "-- a\n++ b/svc/old/old.go\n@@ -1 +1,99 @@\n")
	put(t, dir, "odd/b b.go", strings.Replace(named("odd"), "Sign(", "Issue(", 1))
	put(t, dir, "old/old.go", "// Package old is one.\n"+named("old")+"\nvar last int\n")
	out, errs, code := run(t, dir, nil, "-new-from=HEAD")
	if code != 1 || errs != "" || !strings.HasPrefix(out, "./odd/b b.go:7:") ||
		!strings.Contains(out, "1 report (1 critical); 1 more report on lines that are not new") {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
}

// Programs that the settings of a repository name for diffs are not started.
func TestNewFromStartsNothing(t *testing.T) {
	root, dir := repository(t, map[string]string{"old/old.go": named("old")})
	mark := filepath.Join(t.TempDir(), "started")
	put(t, root, ".gitattributes", "*.go diff=own\n")
	for name, value := range map[string]string{
		"diff.external": "touch " + mark, "diff.own.textconv": "touch " + mark,
		"diff.own.command": "touch " + mark, "core.pager": "touch " + mark,
	} {
		git(t, root, "config", name, value)
	}
	put(t, dir, "old/old.go", "// Package old is one.\n"+named("old"))
	if out, errs, code := run(t, dir, nil, "-new-from=HEAD"); code != 0 || errs != "" {
		t.Errorf("got %d, %s%s", code, out, errs)
	}
	if _, err := os.Stat(mark); err == nil {
		t.Error("a program was started")
	}
}
