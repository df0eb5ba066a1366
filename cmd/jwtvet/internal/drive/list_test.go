package drive

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestLoadedSaysEachReasonOnce(t *testing.T) {
	missing := &loadError{
		Pos: "b/b.go:3:8",
		Err: "no required module provides package example.org/x; to add it:\n\tgo get example.org/x",
	}
	cycle := &loadError{ImportStack: []string{"m/c", "m/d", "m/c"}, Err: "import cycle not allowed"}
	c := Config{}
	sound, failures := c.loaded([]listed{
		{ImportPath: "m/a"},
		{ImportPath: "m/b", DepsErrors: []*loadError{missing}},
		{ImportPath: "m/e", DepsErrors: []*loadError{{Pos: missing.Pos, Err: missing.Err}}},
		{ImportPath: "m/c", Error: cycle, DepsErrors: []*loadError{missing}},
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

func TestHandles(t *testing.T) {
	jwt := []string{"fmt", "github.com/golang-jwt/jwt/v5"}
	for _, c := range []struct {
		pkg   listed
		tests bool
		want  bool
	}{
		{listed{Imports: jwt}, false, true},
		{listed{Imports: []string{"fmt"}}, true, false},
		{listed{TestImports: jwt}, false, false},
		{listed{TestImports: jwt}, true, true},
		{listed{XTestImports: jwt}, true, true},
	} {
		if got := (&Config{TestImports: c.tests}).handles(c.pkg); got != c.want {
			t.Errorf("%+v with tests %v: %v", c.pkg, c.tests, got)
		}
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
