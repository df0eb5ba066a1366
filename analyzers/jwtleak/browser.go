package jwtleak

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// loaded returns the keys by which a package that runs in a browser signs and that it brings along: written in it or embedded.
func (p *check) loaded() []ast.Expr {
	if !slices.ContainsFunc(p.pass.Pkg.Imports(), func(imp *types.Package) bool { return model.Browses(imp.Path()) }) {
		return nil
	}
	var out []ast.Expr
	for _, c := range p.Calls.All {
		if c.Verb != model.Sign {
			continue
		}
		keys, _ := p.Calls.Resolve(c, model.Key)
		for _, e := range keys {
			if p.Origin.Trace(e).Has(origin.Const, origin.Embed) {
				out = append(out, e)
			}
		}
	}
	return out
}
