package jwtstorage_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/vettest"
	"github.com/jwtvet/jwtvet/analyzers/jwtstorage"
)

// BenchmarkSilent is what packages cost that ship nothing, one that imports nothing of the kind
// and one that serves; "calls" is what the analyzer below costs for the same without it.
func BenchmarkSilent(b *testing.B) {
	cfg := &packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: vettest.Root(b)}
	for _, path := range []string{"text/template/parse", "net/http/pprof"} {
		pkgs, err := packages.Load(cfg, path)
		if err != nil {
			b.Fatal(err)
		}
		for name, a := range map[string]*analysis.Analyzer{
			"storage": jwtstorage.Analyzer,
			"calls":   calls.Analyzer,
		} {
			b.Run(path+"/"+name, func(b *testing.B) {
				for b.Loop() {
					if _, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
