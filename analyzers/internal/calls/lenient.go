package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// HandsOn returns the exported functions that give the claims a call yields to other packages, where this package itself
// uses none of them: who gets them may check what the call left out.
func (p *Package) HandsOn(c *Call) []*types.Func {
	if p.Uses(c) {
		return nil
	}
	y := p.Yield(c)
	var out []*types.Func
	for fn, rs := range p.Returns() {
		d, ok := fn.(*ast.FuncDecl)
		if !ok || !d.Name.IsExported() {
			continue
		}
		f, ok := p.pass.TypesInfo.Defs[d.Name].(*types.Func)
		if ok && slices.ContainsFunc(rs, func(r *ast.ReturnStmt) bool {
			return slices.ContainsFunc(r.Results, func(e ast.Expr) bool { return y.carries(firstOf(p.pass.TypesInfo.TypeOf(e))) && y.Is(e) })
		}) {
			out = append(out, f)
		}
	}
	return out
}

// lenient says of the exported functions which hand on claims that nobody has checked that they do.
func (p *Package) lenient(at func(types.Object) *Fact) {
	for _, c := range p.Calls {
		if c.Verb != model.Verify || c.Via != nil {
			continue
		}
		opts, _ := p.Options(c)
		if !slices.ContainsFunc(opts, func(k *Call) bool {
			return k.Verb == model.Relax && p.Off(k, model.Skipped)
		}) {
			continue
		}
		for _, fn := range p.HandsOn(c) {
			u := origin.Use{Verb: model.Relax, Role: model.Claims}
			if f := at(fn); !slices.Contains(f.Uses, u) {
				f.Uses = append(f.Uses, u)
			}
		}
	}
}

// Lenient reports whether a call is one of a function of another package that hands on claims which nobody has checked.
func (c *Call) Lenient() bool {
	_, fn := c.Via.(*types.Func)
	return fn && c.Verb == model.Relax
}
