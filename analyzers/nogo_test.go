package analyzers_test

import (
	"encoding/gob"
	"go/types"
	"io"
	"os"
	"path"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers"
)

// Bazel's nogo is given import paths. It takes the variable Analyzer of each package, knows
// analyzers by their names, which no two may share, and sends facts from process to process as
// gob.
func TestNogo(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps,
	}, "./...")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal(err)
	}
	var exported []string
	for _, p := range pkgs {
		if path.Dir(p.PkgPath) != "github.com/jwtvet/jwtvet/analyzers" || p.Name == "internal" {
			continue
		}
		v, ok := p.Types.Scope().Lookup("Analyzer").(*types.Var)
		if !ok || v.Type().String() != "*golang.org/x/tools/go/analysis.Analyzer" {
			t.Errorf("%s exports no Analyzer", p.PkgPath)
		}
		exported = append(exported, p.Name)
	}
	names := []string{analyzers.Inventory.Name} // which reports nothing by itself, anywhere
	for _, a := range analyzers.All {
		names = append(names, a.Name)
	}
	slices.Sort(exported)
	slices.Sort(names)
	if !slices.Equal(names, exported) || len(names) == 0 ||
		len(names) != len(slices.Compact(slices.Clone(names))) {
		t.Errorf("the analyzers are called %q, the packages that export them %q", names, exported)
	}
	if entries, err := os.ReadDir("."); err != nil {
		t.Fatal(err)
	} else if dirs := slices.DeleteFunc(entries, func(e os.DirEntry) bool {
		return !e.IsDir() || e.Name() == "internal"
	}); len(dirs) != len(exported) {
		t.Errorf("%d folders, %d packages with an analyzer", len(dirs), len(exported))
	}
}

// What two analyzers share is one analyzer, and every kind of fact can be written.
func TestFacts(t *testing.T) {
	byName := map[string]*analysis.Analyzer{}
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if other := byName[a.Name]; other != nil && other != a {
			t.Errorf("two analyzers are called %s", a.Name)
		} else if other == a {
			return
		}
		byName[a.Name] = a
		for _, f := range a.FactTypes {
			if err := gob.NewEncoder(io.Discard).EncodeValue(
				reflect.New(reflect.TypeOf(f).Elem()),
			); err != nil {
				t.Errorf("%s: %T: %v", a.Name, f, err)
			}
		}
		for _, r := range a.Requires {
			visit(r)
		}
	}
	for _, a := range analyzers.All {
		visit(a)
	}
	if len(byName) <= len(analyzers.All) {
		t.Errorf("no analyzer with facts among %d", len(byName))
	}
}
