package jwtsecret

// This file compares calls of a function that signs:
//
//	access := sign(user, 15*time.Minute)  // or 900, where sign takes seconds
//	refresh := sign(user, 7*24*time.Hour) // the same arguments but for the time

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// wrappers returns the calls of functions that sign: those of this package's functions which hold
// one of the signing calls, and those of other packages' that facts tell of.
func (c *check) wrappers(signs []*calls.Call) []*calls.Call {
	var out []*calls.Call
	for _, call := range signs {
		if call.Via != nil {
			out = append(out, call)
			continue
		}
		d, ok := c.Index.FuncAt(call.Node.Pos()).(*ast.FuncDecl)
		if !ok {
			continue
		}
		for _, e := range c.Origin.Callers(d) {
			if !slices.ContainsFunc(out, func(o *calls.Call) bool { return o.Node == e }) {
				out = append(out, &calls.Call{Verb: model.Sign, Node: e, Callee: c.Index.Callee(e)})
			}
		}
	}
	return out
}

// twins reports whether two calls of one function get the same arguments, but for how long the
// result lives.
func (c *check) twins(a, b *calls.Call) bool {
	x, ok := a.Node.(*ast.CallExpr)
	y, same := b.Node.(*ast.CallExpr)
	if !ok || !same || a.Callee == nil || a.Callee != b.Callee || len(x.Args) == 0 {
		return false
	}
	if types.ExprString(x.Fun) != types.ExprString(y.Fun) {
		return false
	}
	if len(x.Args) != len(y.Args) {
		return false
	}
	for i := range x.Args {
		if types.ExprString(x.Args[i]) != types.ExprString(y.Args[i]) && !c.timed(x.Args[i]) &&
			!(c.claims.IsLife(x, i) && c.claims.IsLife(y, i)) {
			return false
		}
	}
	return true
}

// timed reports whether an expression is a duration or an instant.
func (c *check) timed(e ast.Expr) bool {
	n, ok := types.Unalias(c.Info.TypeOf(e)).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time"
}
