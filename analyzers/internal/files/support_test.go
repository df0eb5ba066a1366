package files

import (
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// Folders of tests count below the root of a repository or module, and nowhere above it.
func TestSupport(t *testing.T) {
	for _, c := range []struct {
		path, module string
		want         bool
	}{
		{"github.com/a/b/internal/testutil", "github.com/a/b", true},
		{"github.com/a/b/test/e2e/server", "github.com/a/b", true},
		{"github.com/a/b/e2e", "github.com/a/b/e2e", true}, // a module of its own
		{"example.com/b/tests", "example.com/b", true},
		{"b/mocks", "b", true},
		{"github.com/a/b/mocks", "", true},
		{"github.com/a/test", "github.com/a/test", false},
		{"github.com/test/b/auth", "github.com/test/b", false},
		{"example.com/testdata/auth", "example.com/testdata", false},
		{"test", "test", false},
		{"github.com/a/b/contest", "github.com/a/b", false},
	} {
		pass := &analysis.Pass{Pkg: types.NewPackage(c.path, "auth")}
		if c.module != "" {
			pass.Module = &analysis.Module{Path: c.module}
		}
		if got := supportsTests(pass); got != c.want {
			t.Errorf("%s in %q: got %t", c.path, c.module, got)
		}
	}
}
