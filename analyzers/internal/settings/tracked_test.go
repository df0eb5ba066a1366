package settings

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository is a git repository of a test.
type repository struct {
	t   *testing.T
	dir string
}

func (r repository) git(args ...string) {
	r.t.Helper()
	args = append([]string{"-C", r.dir, "-c", "user.name=a", "-c", "user.email=a@example.com",
		"-c", "protocol.file.allow=always"}, args...)
	if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
		r.t.Skipf("git %s: %v %s", strings.Join(args, " "), err, out)
	}
}

func (r repository) write(name, text string) {
	r.t.Helper()
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		r.t.Fatal(err)
	}
}

// in returns a repository below a folder with a file that is ignored and kept all the same, and one
// that is ignored only.
func in(t *testing.T, dir string, options ...string) repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	r := repository{t, dir}
	r.git(append(append([]string{"init", "-q"}, options...), ".")...)
	r.write(".gitignore", ".env\nconf/\n")
	r.write(".env", "")
	r.write("conf/kept.yaml", "")
	r.write("conf/local.yaml", "")
	r.write("main.go", "")
	r.git("add", ".")
	r.git("add", "-f", ".env", "conf/kept.yaml")
	r.git("commit", "-qm", "a")
	return r
}

// knows makes sure that the answers for a work tree are as git has them.
func (r repository) knows(dir string) {
	r.t.Helper()
	for name, want := range map[string]bool{
		".env": false, "conf/kept.yaml": false, "conf/local.yaml": true, "sub/.env": true,
		"main.go": false,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if got := NewIgnore(dir).Has(path); got != want {
			r.t.Errorf("%s is ignored: got %t", name, got)
		}
		if got := NewIgnore(dir).Tracked(path); got != (strings.Contains(name, "kept") || name == ".env") {
			r.t.Errorf("%s is kept although it is ignored: got %t", name, got)
		}
	}
}

// A key is committed when git keeps the file, whatever the rules say, and not any more when it is
// taken out of the index.
func TestTracked(t *testing.T) {
	r := in(t, t.TempDir())
	r.knows(r.dir)
	r.git("rm", "-q", "--cached", ".env")
	if !NewIgnore(r.dir).Has(filepath.Join(r.dir, ".env")) {
		t.Error(".env is in the index no more")
	}
}

// Whichever way git writes its index.
func TestTrackedFormats(t *testing.T) {
	for name, options := range map[string][]string{
		"version 2": {"update-index", "--index-version", "2"},
		"version 3": {"update-index", "--skip-worktree", "main.go"},
		"version 4": {"update-index", "--index-version", "4"},
		"untracked": {"update-index", "--untracked-cache"},
	} {
		t.Run(name, func(t *testing.T) {
			r := in(t, t.TempDir())
			r.git(options...)
			r.knows(r.dir)
		})
	}
	t.Run("SHA-256", func(t *testing.T) {
		r := in(t, t.TempDir(), "--object-format=sha256")
		r.knows(r.dir)
	})
}

// Work trees, submodules and shallow clones have an index of their own, which need not stand in .git.
func TestTrackedElsewhere(t *testing.T) {
	r := in(t, t.TempDir())
	tree := filepath.Join(t.TempDir(), "tree")
	r.git("worktree", "add", "-q", tree)
	r.knows(tree)
	if err := os.WriteFile(Excluded(r.dir), []byte("own.env\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if !NewIgnore(tree).Has(filepath.Join(tree, "own.env")) {
		t.Error("what a clone ignores, its work trees do not ignore")
	}

	shallow := filepath.Join(t.TempDir(), "shallow")
	r.git("clone", "-q", "--depth", "1", "file://"+r.dir, shallow)
	r.knows(shallow)

	outer := in(t, t.TempDir())
	outer.git("submodule", "-q", "add", "file://"+r.dir, "module")
	r.knows(filepath.Join(outer.dir, "module"))
}

// Nothing else that stands there stops anybody: no index, a folder, what git never wrote.
func TestTrackedBroken(t *testing.T) {
	r := in(t, t.TempDir())
	name := filepath.Join(r.dir, ".git", "index")
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for cut := range len(whole) - 20 {
		settingsIn(whole[:cut])
		damaged := append([]byte(nil), whole...)
		damaged[cut] ^= 0xff
		settingsIn(damaged)
	}
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if !NewIgnore(r.dir).Has(filepath.Join(r.dir, ".env")) {
		t.Error("without an index the rules hold")
	}
	r.write(".git/index/x", "")
	if !NewIgnore(r.dir).Has(filepath.Join(r.dir, ".env")) {
		t.Error("with a folder in its place the rules hold")
	}
}
