package load

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestInstance(t *testing.T) {
	for _, glob := range []string{
		"build/*", "a?b", "[a-c]/x", "[^a]*", `\*`, `a\[1]/*.js`, "*/*/*", "[^xX0_.~]", "[é]x",
	} {
		if got := instance(glob); glob != "[é]x" && (got == "" || !matches(glob, got)) {
			t.Errorf("%s: %q", glob, got)
		}
	}
	if got := instance("[b-a]"); got != "" {
		t.Errorf("a class of nothing: %q", got)
	}
}

func matches(glob, name string) bool {
	ok, err := path.Match(glob, name)
	return err == nil && ok
}

// A pattern gets a file where it lacks one, and one that needs a folder wins
// over one that could be a file.
func TestGaps(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a[1]*")
	for _, name := range []string{
		"has/a.txt", "hidden/.gitkeep", "module/go.mod", "deep/x/_y/z", "empty/",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(
			filepath.Join(dir, filepath.FromSlash(name[:strings.LastIndexByte(name, '/')])),
			0o777); err != nil {
			t.Fatal(err)
		}
		if name[len(name)-1] != '/' {
			if err := os.WriteFile(path, nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		patterns, files, gaps []string
	}{
		{[]string{"has", "has/*.txt", "hidden/*", "all:hidden", "../up", "."}, nil, nil},
		{[]string{"hidden"}, []string{"hidden/placeholder"}, []string{"hidden"}},
		{[]string{"deep"}, []string{"deep/placeholder"}, []string{"deep"}},
		{[]string{"empty/*"}, []string{"empty/placeholder"}, []string{"empty/*"}},
		{[]string{"all:empty"}, []string{"empty/placeholder"}, []string{"all:empty"}},
		{[]string{"dist", "dist/*.js", "VERSION"},
			[]string{"VERSION", "dist/placeholder", "dist/placeholder.js"},
			[]string{"dist/*.js", "dist", "VERSION"}},
	} {
		files := map[string]string{}
		got := gaps(dir, c.patterns, files)
		var names []string
		for name := range maps.Keys(files) {
			rel, err := filepath.Rel(dir, name)
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, filepath.ToSlash(rel))
		}
		slices.Sort(names)
		if !slices.Equal(got, c.gaps) || !slices.Equal(names, c.files) {
			t.Errorf("%q: %q and %q", c.patterns, got, names)
		}
	}
}
