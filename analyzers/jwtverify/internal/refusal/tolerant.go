package refusal

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// TolerantMiddlewares returns the middlewares of the package that look for a token and let every request pass, where nothing in the
// package asks what they found: no middleware that refuses, no read of the token or its error, no code that is not seen.
func (p *Reader) TolerantMiddlewares() []*calls.Call {
	var out []*calls.Call
	for _, c := range p.Calls.All {
		switch sig := model.Of(c.Callee, ""); {
		case sig == nil || c.Verb != model.Middleware || !sig.Func:
		case sig.Result(0) == model.Tolerant:
			out = append(out, c)
		default:
			return nil
		}
	}
	if len(out) == 0 || p.mentionsGuard() || p.chainsUnseen(out) {
		return nil
	}
	return out
}

// mentionsGuard reports whether the package names a middleware that refuses, without a call, or what tells the result.
func (p *Reader) mentionsGuard() bool {
	for _, obj := range p.Info.Uses {
		if sig := model.Of(obj, ""); sig != nil && sig.Verb == model.Middleware && sig.Result(0) == model.Strict {
			return true
		} else if sig != nil && sig.Verb == model.Check && sig.Result(0) == model.Tolerant {
			return true
		}
	}
	return false
}

// chainsUnseen reports whether a call that takes one of the middlewares is given, as other calls of that method are,
// functions of other packages, which can refuse.
func (p *Reader) chainsUnseen(guards []*calls.Call) bool {
	var chains []types.Object
	for _, g := range guards {
		if c, ok := p.Index.Outer(g.Node).(*ast.CallExpr); ok {
			chains = append(chains, p.Index.Callee(c))
		}
	}
	for _, c := range p.Index.Calls {
		if obj := p.Index.Callee(c); obj == nil || !slices.Contains(chains, obj) {
			continue
		}
		for _, a := range c.Args {
			if p.refusable(a, guards) {
				return true
			}
		}
	}
	return false
}

// refusable reports whether a middleware is made by other code of the user, here or elsewhere.
func (p *Reader) refusable(e ast.Expr, guards []*calls.Call) bool {
	if slices.ContainsFunc(guards, func(g *calls.Call) bool { return g.Node == e }) {
		return false
	}
	var obj types.Object
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		obj = p.Index.Callee(e)
	case *ast.Ident:
		obj = p.Info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = p.Info.ObjectOf(e.Sel)
	default:
		return true
	}
	return obj == nil || obj.Pkg() == nil || !model.IsRouter(obj.Pkg().Path())
}
