package measures_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/measures"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
)

// finder has the measures of a package as its result.
var finder = &analysis.Analyzer{
	Name:       "measures",
	Doc:        "find measures",
	Requires:   []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer},
	ResultType: reflect.TypeFor[[]measures.Measure](),
	Run: func(pass *analysis.Pass) (any, error) {
		var out []measures.Measure
		calls.InspectAny(pass, func(p *calls.Package) {
			out = measures.New(p, sinks.New(pass, p)).All()
		})
		return out, nil
	},
}

// Services limit, count, log and harden in many ways, and much looks like that and is not: the
// comments of testdata/lifecycle/measures say which lines are a measure.
func TestMeasures(t *testing.T) {
	cfg := &packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: vettest.Root(t)}
	pkgs, err := packages.Load(cfg, "./lifecycle/measures")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the folder does not load: ", err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{finder}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	fset := pkgs[0].Fset
	got := map[int][]string{}
	for _, m := range graph.Roots[0].Result.([]measures.Measure) {
		line := fset.Position(m.At.Pos()).Line
		got[line] = append(got[line], string(m.Kind))
	}
	want := map[int][]string{}
	for _, group := range pkgs[0].Syntax[0].Comments {
		for _, c := range group.List {
			if kinds, ok := strings.CutPrefix(c.Text, "// measure "); ok {
				want[fset.Position(c.Pos()).Line] = strings.Fields(kinds)
			}
		}
	}
	if len(want) < 20 {
		t.Fatalf("%d measures cannot be all", len(want))
	}
	for line := range 1000 {
		if !slices.Equal(got[line], want[line]) {
			t.Errorf("line %d: got %q, want %q", line, got[line], want[line])
		}
	}
}
