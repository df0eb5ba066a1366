package adapt

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

type fact struct{}

func (*fact) AFact() {}

// In a driver that runs all in one process, as golangci-lint and gopls do, the importers of a
// package are analysed when an analyzer with facts, which others need, panics on it.
func TestContainInADriver(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module example.com/app\n\ngo 1.25.0\n", "bad/b.go": "package bad\n",
		"use/u.go": "package use\n\nimport _ \"example.com/app/bad\"\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	inner := &analysis.Analyzer{
		Name: "inner", Doc: "d", FactTypes: []analysis.Fact{(*fact)(nil)},
		ResultType: reflect.TypeFor[*found](),
		Run: func(p *analysis.Pass) (any, error) {
			if p.Pkg.Name() == "bad" {
				panic("x")
			}
			return &found{7}, nil
		},
	}
	outer := &analysis.Analyzer{Name: "outer", Doc: "d", Requires: []*analysis.Analyzer{inner},
		Run: func(p *analysis.Pass) (any, error) {
			p.Report(analysis.Diagnostic{Pos: p.Files[0].Pos(), Message: "fine"})
			return nil, nil
		}}
	conf := &packages.Config{
		Mode: packages.LoadAllSyntax,
		Dir:  dir,
		Env:  append(os.Environ(), "GOWORK=off", "GOFLAGS="),
	}
	pkgs, err := packages.Load(conf, "./...")
	if err != nil || len(pkgs) != 2 {
		t.Fatal(len(pkgs), err)
	}
	c := &Container{Fail: func(p *analysis.Pass, f *Failure) error {
		p.Report(analysis.Diagnostic{Pos: p.Files[0].Pos(), Message: "not analysed"})
		return nil
	}}
	graph, err := checker.Analyze([]*analysis.Analyzer{c.Contain(outer)}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		var got []string
		for _, d := range act.Diagnostics {
			got = append(got, d.Message)
		}
		want := []string{"fine"}
		if act.Package.Name == "bad" {
			want = []string{"not analysed"}
		}
		if act.Err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %v, want %q", act.Package, got, act.Err, want)
		}
	}
}
