package adapt

import (
	"go/token"
	"path/filepath"
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
