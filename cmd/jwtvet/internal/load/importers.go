package load

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// Trace adds to the imports of packages, and of their tests, those that they import at a distance,
// where one of these failed and is none of the packages itself.
func (l *Loader) Trace(ctx context.Context, pkgs []Package, failures []Failure) {
	var far []string
	for _, f := range failures {
		for _, p := range f.Packages {
			if !slices.ContainsFunc(pkgs, func(q Package) bool { return q.ImportPath == p }) {
				far = append(far, p)
			}
		}
	}
	if len(far) == 0 {
		return
	}
	args := slices.Concat([]string{"list", "-e", "-test", "-json=ImportPath,ForTest,Deps"},
		l.BuildFlags(), []string{"--"}, l.Patterns)
	out, _, err := l.Command().Run(ctx, args)
	if err != nil {
		return
	}
	deep, _ := decode(out)
	for i := range pkgs {
		p := &pkgs[i]
		for _, d := range deep {
			failed := slices.DeleteFunc(d.Deps, func(s string) bool {
				path, _, _ := strings.Cut(s, " ") // a variant for a test is named in brackets behind
				return !slices.Contains(far, path)
			})
			switch p.ImportPath {
			case d.ImportPath:
				p.Imports = append(p.Imports, failed...)
			case d.ForTest:
				p.TestImports = append(p.TestImports, failed...)
			}
		}
	}
}

// Importers counts for each failure the packages that go vet left out because they
// import, at any distance, one that failed. A package is counted once. It returns the
// packages that were not analysed.
func Importers(pkgs []Package, failures []Failure) map[string]bool {
	out := map[string]bool{}
	for _, f := range failures {
		for _, p := range f.Packages {
			out[p] = true
		}
	}
	for i := range failures {
		hit := slices.Clone(failures[i].Packages)
		for n := -1; n != len(hit); {
			n = len(hit)
			for _, p := range pkgs {
				imports := func(s string) bool { return slices.Contains(hit, s) }
				if !out[p.ImportPath] && slices.ContainsFunc(p.Imports, imports) {
					out[p.ImportPath] = true
					hit = append(hit, p.ImportPath)
				}
			}
		}
		failures[i].Importers = len(hit) - len(failures[i].Packages)
	}
	maps.DeleteFunc(out, func(path string, _ bool) bool { // one far away is not asked for
		return !slices.ContainsFunc(pkgs, func(p Package) bool { return p.ImportPath == path })
	})
	return out
}
