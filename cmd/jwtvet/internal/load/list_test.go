package load

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestSoundSaysEachReasonOnce(t *testing.T) {
	missing := &Error{
		Pos: "b/b.go:3:8",
		Err: "no required module provides package example.org/x; to add it:\n\tgo get example.org/x",
	}
	cycle := &Error{ImportStack: []string{"m/c", "m/d", "m/c"}, Err: "import cycle not allowed"}
	l := Loader{}
	sound, failures := l.Sound([]Package{
		{ImportPath: "m/a"},
		{ImportPath: "m/b", DepsErrors: []*Error{missing}},
		{ImportPath: "m/e", DepsErrors: []*Error{{Pos: missing.Pos, Err: missing.Err}}},
		{ImportPath: "m/c", Error: cycle, DepsErrors: []*Error{missing}},
	})
	if !reflect.DeepEqual(sound, []string{"m/a"}) {
		t.Errorf("sound: %q", sound)
	}
	want := []Failure{
		{
			Packages: []string{"m/b", "m/e"},
			Message:  "b/b.go:3:8: no required module provides package example.org/x",
			Advice:   `run "go get example.org/x"`,
		},
		{Packages: []string{"m/c"},
			Message: "import cycle not allowed: m/c imports m/d imports m/c"},
	}
	if !reflect.DeepEqual(failures, want) {
		t.Errorf("got\n%+v\nwant\n%+v", failures, want)
	}
}

func TestSkew(t *testing.T) {
	for _, c := range []struct {
		built, used string
		ok          bool
	}{
		{"go1.26.8", "go1.26.1", true},
		{"go1.26.8", "go1.26.9", true},
		{"go1.27.0", "go1.26.8", true},
		{"go1.26.8", "go1.27.0", false},
		{"go1.26.8", "go1.27rc1", false},
		{"go1.26.8", "devel go1.28-abcdef", true},
		{"devel go1.28-abcdef", "go1.29.0", true},
	} {
		err := skew(c.built, c.used)
		if (err == nil) != c.ok {
			t.Errorf("built with %s, used with %s: %v", c.built, c.used, err)
		}
		if err != nil &&
			(!strings.Contains(err.Error(), c.built) || !strings.Contains(err.Error(), c.used)) {
			t.Errorf("%v does not name both versions", err)
		}
	}
}

func TestRelative(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Skip("no symbolic links here")
	}
	dir = resolved(dir)
	for _, c := range []struct{ file, dir, want string }{
		{filepath.Join(dir, "a", "b.go"), dir, filepath.FromSlash("./a/b.go")},
		{filepath.Join(dir, "b.go"), link, filepath.FromSlash("./b.go")},
		{filepath.Join(dir, "b.go"), filepath.Join(dir, "c"), filepath.Join(dir, "b.go")},
		{"_cgo_gotypes.go", dir, "_cgo_gotypes.go"},
	} {
		if got := Relative(c.file, c.dir); got != c.want {
			t.Errorf("%s from %s: %s, want %s", c.file, c.dir, got, c.want)
		}
	}
	if got := shorten("b/b.go:3:4: x", dir); got != filepath.FromSlash("./")+"b/b.go:3:4: x" {
		t.Errorf("shorten: %s", got)
	}
	if got := shorten(
		"no Go files in "+filepath.Join(dir, "e"), dir); got != "no Go files in "+filepath.FromSlash("./e") {
		t.Errorf("shorten: %s", got)
	}
}

func TestImporters(t *testing.T) {
	pkgs := []Package{
		{ImportPath: "top", Imports: []string{"mid", "fmt"}},
		{ImportPath: "mid", Imports: []string{"bad"}},
		{ImportPath: "bad"},
		{ImportPath: "free"},
	}
	f := []Failure{{Packages: []string{"bad"}}, {Packages: []string{"mid"}}}
	Importers(pkgs, f)
	if f[0].Importers != 0 || f[1].Importers != 1 {
		t.Errorf("failed packages are bridges once: %+v", f)
	}
	f = []Failure{{Packages: []string{"bad"}}}
	if out := Importers(pkgs, f); f[0].Importers != 2 || len(out) != 3 {
		t.Errorf("importers at a distance: %+v", f)
	}
}
