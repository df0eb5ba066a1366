package unit

import (
	"slices"

	"golang.org/x/tools/go/analysis"
)

// FactsOnly returns analyzers under the same names, with the same flags, that find what the given
// ones tell of a package to those that import it, and report nothing. The go command asks for the
// facts alone of dependencies, and of a package that is analysed with its tests beside that;
// unitchecker leaves nothing out there that needs facts, as all checks do.
func FactsOnly(list []*analysis.Analyzer) []*analysis.Analyzer {
	out := make([]*analysis.Analyzer, len(list))
	for i, a := range list {
		b := *a
		b.Run = func(*analysis.Pass) (any, error) { return nil, nil }
		b.Requires = makers(a)
		out[i] = &b
	}
	return out
}

// makers returns the analyzers that make facts, of those that an analyzer requires.
func makers(a *analysis.Analyzer) []*analysis.Analyzer {
	var out []*analysis.Analyzer
	seen := map[*analysis.Analyzer]bool{}
	var add func(*analysis.Analyzer)
	add = func(a *analysis.Analyzer) {
		for _, r := range a.Requires {
			if seen[r] {
				continue
			}
			seen[r] = true
			if add(r); len(r.FactTypes) > 0 {
				out = append(out, r)
			}
		}
	}
	add(a)
	return slices.Clip(out)
}
