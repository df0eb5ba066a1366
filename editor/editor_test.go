package editor

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/internal/settings"
)

func TestAnalyzers(t *testing.T) {
	t.Chdir(t.TempDir())
	list := Analyzers()
	if err := analysis.Validate(list); err != nil || len(list) != len(analyzers.All) {
		t.Errorf("%d analyzers, %v", len(list), err)
	}
}

// The settings of the folder hold, and each has a name of its own among the analyzers.
func TestSettings(t *testing.T) {
	defer with(settings.Settings{}, "")
	dir := t.TempDir()
	names := func(text string) (out []string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		list, err := in(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := analysis.Validate(list); err != nil {
			t.Fatal(err)
		}
		for _, a := range list {
			out = append(out, a.Name)
		}
		return out
	}
	one := names("disable: [jwtcookie]\naccess-life: 15m\n")
	if slices.Contains(one, "jwtcookie") || len(one) != len(analyzers.All) ||
		analyzers.All[1].Flags.Lookup("access-life").Value.String() != "15m" {
		t.Errorf("got %q", one)
	}
	two, again := names("disable: [jwtcookie]\n"), names("disable: [jwtcookie]\n# the same\n")
	last := len(one) - 1
	if !strings.HasPrefix(one[last], "jwtsettings_") || one[last] == two[last] ||
		!slices.Equal(two, again) {
		t.Errorf("got %q, %q, %q", one, two, again)
	}
	if analyzers.All[1].Flags.Lookup("access-life").Value.String() != "" {
		t.Error("an earlier setting holds")
	}
	if err := os.WriteFile(filepath.Join(dir, ".jwtvet.yml"), []byte("tets: true\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := in(dir); err == nil || !strings.Contains(err.Error(), "did you mean tests?") {
		t.Errorf("got %v", err)
	}
	t.Chdir(dir)
	if list := Analyzers(); len(list) != len(analyzers.All) {
		t.Errorf("with wrong settings there are %d analyzers", len(list))
	}
}
