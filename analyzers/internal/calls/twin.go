package calls

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Wrappers returns the calls of functions that sign: those of this package's functions which hold one of the signing
// calls, and those of other packages' that facts tell of.
func (p *Package) Wrappers(signs []*Call) []*Call {
	var out []*Call
	for _, c := range signs {
		if c.Via != nil {
			out = append(out, c)
			continue
		}
		d, ok := p.FuncAt(c.Node.Pos()).(*ast.FuncDecl)
		if !ok {
			continue
		}
		for _, e := range p.Callers(d) {
			if !slices.ContainsFunc(out, func(o *Call) bool { return o.Node == e }) {
				out = append(out, &Call{Verb: model.Sign, Node: e, Callee: p.callee(e)})
			}
		}
	}
	return out
}

// Twins reports whether two calls of one function get the same arguments, but for how long the result lives.
func (p *Package) Twins(a, b *Call) bool {
	x, ok := a.Node.(*ast.CallExpr)
	y, same := b.Node.(*ast.CallExpr)
	if !ok || !same || a.Callee == nil || a.Callee != b.Callee || len(x.Args) == 0 {
		return false
	}
	if types.ExprString(x.Fun) != types.ExprString(y.Fun) {
		return false
	}
	return slices.EqualFunc(x.Args, y.Args, func(e, f ast.Expr) bool {
		return types.ExprString(e) == types.ExprString(f) || p.timed(e)
	})
}

// timed reports whether an expression is a duration or an instant.
func (p *Package) timed(e ast.Expr) bool {
	n, ok := types.Unalias(p.pass.TypesInfo.TypeOf(e)).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time"
}
