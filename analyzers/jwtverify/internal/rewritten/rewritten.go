// Package rewritten knows the claims that a program gives a value of its own after a token was decoded:
//
//	package auth // claims["user_id"] = uint(claims["user_id"].(float64))
//	package post // claims["user_id"].(uint) does not panic
package rewritten

import (
	"go/types"
	"maps"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Analyzer exports a fact for each package that writes to the claims of tokens.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtrewritten",
	Doc:        "find the claims that a package gives a value of its own",
	Run:        run,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[Claims](),
	FactTypes:  []analysis.Fact{(*Written)(nil)},
}

// Written is the fact of a package: the names of the claims that it, or one that it imports, writes.
type Written struct{ Names []string }

// AFact marks the type as a fact.
func (*Written) AFact() {}

// Claims are the names of the claims that a package, or one that it imports, writes.
type Claims map[string]bool

// In returns those of the package of a pass, for an analyzer that requires [Analyzer].
func In(pass *analysis.Pass) Claims { return pass.ResultOf[Analyzer].(Claims) }

// maxNames is how many names one package tells.
const maxNames = 256

func run(pass *analysis.Pass) (any, error) {
	out := Claims{}
	for _, f := range pass.AllPackageFacts() {
		if of, ok := f.Fact.(*Written); ok {
			for _, name := range of.Names {
				out[name] = true
			}
		}
	}
	calls.Inspect(pass, func(p *calls.Package) {
		for _, name := range written(p) {
			out[name] = true
		}
	})
	if names := slices.Sorted(maps.Keys(out)); len(names) > 0 { // importers need not see the imports
		pass.ExportPackageFact(&Written{names[:min(len(names), maxNames)]})
	}
	return out, nil
}

// written returns the claims that a package writes to maps of claims, one by one, sorted.
func written(p *calls.Package) []string {
	var out []string
	for _, s := range p.Index.Stores {
		if s.Key == nil || s.Value == nil || !isClaims(p.Info.TypeOf(s.Base)) {
			continue
		}
		if name := p.Index.Text(s.Key); name != "" {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// isClaims reports whether a type is a library's map of claims.
func isClaims(t types.Type) bool {
	obj := typing.TypeName(t)
	if !model.OfTokens(obj) {
		return false
	}
	_, is := obj.Type().Underlying().(*types.Map)
	return is
}
