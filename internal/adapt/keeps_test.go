package adapt

import (
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/internal/settings"
)

// Settings for severities and paths hold for what a driver gets.
func TestKeeps(t *testing.T) {
	s, err := settings.From(map[string]any{
		"severity":   "medium",
		"severities": map[string]any{"key-type": "high"},
		"overrides":  []any{map[string]any{"paths": []any{"old"}, "disable": []any{"weak-key"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	fset := token.NewFileSet()
	for _, c := range []struct {
		category, file string
		want           bool
	}{
		{"weak-key", "old/a.go", false}, {"weak-key", "new/a.go", true},
		{"key-type", "old/a.go", true}, {"stale-ignore", "new/a.go", false},
		{"hardcoded-secret", "../old/a.go", true}, {"unresolved-model", "old/a.go", true},
	} {
		file := fset.AddFile(filepath.Join(dir, filepath.FromSlash(c.file)), -1, 10)
		pass := &analysis.Pass{Fset: fset, Analyzer: analyzers.All[0]}
		d := analysis.Diagnostic{Pos: file.Pos(1), Category: c.category}
		if got := Keeps(&s, dir, pass, &d); got != c.want {
			t.Errorf("%s in %s: got %t", c.category, c.file, got)
		}
	}
}

// That a directive has expired is no matter where an override disables its category.
func TestKeepsExpired(t *testing.T) {
	s, err := settings.From(map[string]any{"overrides": []any{
		map[string]any{"paths": []any{"old"}, "disable": []any{"weak-key"}},
		map[string]any{"paths": []any{"older"}, "disable": []any{"jwtsecret"}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	const message = "ignore directive for weak-key has expired: until=2020-01-01"
	for _, c := range []struct {
		category, message, file string
		want                    bool
	}{
		{"stale-ignore", message, "old/a.go", true},
		{"stale-ignore", message, "older/a.go", true},
		{"stale-ignore", message, "new/a.go", false},
		{"stale-ignore", strings.Replace(message, "weak-key", "key-type", 1), "old/a.go", false},
		{"stale-ignore", "ignore directive is not needed: nothing is reported here as weak-key",
			"old/a.go", false},
		{"weak-key", message, "old/a.go", false},
	} {
		if got := s.Moot(c.category, c.message, c.file); got != c.want {
			t.Errorf("%s, %q in %s: got %t", c.category, c.message, c.file, got)
		}
	}
}
