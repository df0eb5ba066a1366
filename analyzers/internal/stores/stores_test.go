package stores_test

import (
	"go/ast"
	"go/types"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/stores"
	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// finder has what a package keeps in stores as its result.
var finder = &analysis.Analyzer{
	Name:       "stores",
	Doc:        "find what is kept",
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[[]stores.Kept](),
	Run: func(pass *analysis.Pass) (any, error) {
		var out []stores.Kept
		calls.InspectAny(pass, func(p *calls.Package) { out = stores.All(p.View) })
		return out, nil
	},
}

// Rows, commands, chains of calls and literals put values into stores: the comments of
// testdata/lifecycle/kept say what each line keeps.
func TestAll(t *testing.T) {
	cfg := &packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: vettest.Root(t)}
	pkgs, err := packages.Load(cfg, "./lifecycle/kept")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the folder does not load: ", err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{finder}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	fset := pkgs[0].Fset
	got, want := map[int]string{}, map[int]string{}
	for _, k := range graph.Roots[0].Result.([]stores.Kept) {
		got[fset.Position(k.Node.Pos()).Line] += words(k)
	}
	for _, group := range pkgs[0].Syntax[0].Comments {
		for _, c := range group.List {
			if text, ok := strings.CutPrefix(c.Text, "// keeps "); ok {
				want[fset.Position(c.Pos()).Line] = text
			}
		}
	}
	if len(want) < 20 {
		t.Fatalf("%d places cannot be all", len(want))
	}
	for line := range 200 {
		if got[line] != want[line] {
			t.Errorf("line %d: got %q, want %q", line, got[line], want[line])
		}
	}
}

// words returns what is kept as the comments say it.
func words(k stores.Kept) string {
	list := func(exprs []ast.Expr) string {
		var out []string
		for _, e := range exprs {
			out = append(out, types.ExprString(e))
		}
		return strings.Join(out, ", ")
	}
	out := list(k.Keys)
	if len(k.Values) > 0 {
		out += " = " + list(k.Values)
	}
	if k.TTL != nil {
		out += " for " + types.ExprString(k.TTL)
		switch k.Unit {
		case time.Second:
			out += " s"
		case time.Millisecond:
			out += " ms"
		}
	}
	if k.Forever != 0 {
		out += ", " + strconv.FormatInt(k.Forever, 10) + " is forever"
	}
	return out
}
