package algorithm

// This file knows keyfuncs with which no token can be verified:
//
//	func(*jwt.Token) (key any, err error) { return key, err }
//	func(*jwt.Token) (any, error) { return "", errors.New("only decoded") }

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// VerifiesNothing reports whether a verification gets no keyfunc, or one with which it always fails.
func (p *Reader) VerifiesNothing(c *calls.Call) bool {
	keyfuncs, _ := p.Calls.Resolve(c, model.Keyfunc)
	given := slices.ContainsFunc(keyfuncs, func(e ast.Expr) bool { return !p.Info.Types[e].IsNil() })
	return len(keyfuncs) > 0 && !given || p.hasNoKey(c) || p.alwaysFails(c)
}

// hasNoKey reports whether all that a keyfunc returns as a key is nil, which no algorithm takes for
// one:
//
//	func(*jwt.Token) (key any, err error) { return key, err } // nothing writes key
func (p *Reader) hasNoKey(c *calls.Call) bool {
	keyfuncs, _ := p.Calls.Resolve(c, model.Keyfunc)
	keys := p.keyExprs(c)
	for _, e := range keyfuncs {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.Func == nil || slices.ContainsFunc(p.Index.Returns[o.Func], func(r *ast.ReturnStmt) bool {
				return len(r.Results) == 0
			}) {
				return false
			}
		}
	}
	return len(keyfuncs) > 0 && len(keys) > 0 && !slices.ContainsFunc(keys, func(e ast.Expr) bool {
		return !p.Info.Types[e].IsNil() && !p.neverSet(e)
	})
}

// alwaysFails reports whether a keyfunc returns nothing but errors, so that no token is verified.
//
//	func(*jwt.Token) (any, error) { return "", errors.New("only decoded") }
func (p *Reader) alwaysFails(c *calls.Call) bool {
	keyfuncs, seen := p.Calls.Resolve(c, model.Keyfunc)
	if !seen || len(keyfuncs) == 0 {
		return false
	}
	found := false
	for _, e := range keyfuncs {
		for _, o := range p.Origin.Trace(e).Origins {
			found = true
			if o.Func == nil || len(p.Index.Returns[o.Func]) == 0 || slices.ContainsFunc(
				p.Index.Returns[o.Func], func(r *ast.ReturnStmt) bool {
					return len(r.Results) != 2 || !p.isError(r.Results[1])
				}) {
				return false
			}
		}
	}
	return found
}

// isError reports whether an expression makes an error, or is a variable of a package with one.
func (p *Reader) isError(e ast.Expr) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		sig, _ := p.Index.Row(call)
		return sig != nil && sig.Index(model.Wrapped) >= 0
	}
	v, ok := p.Index.Used(e).(*types.Var)
	return ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
}

// neverSet reports whether an expression is a local variable or a named result of an interface type
// that nothing writes.
func (p *Reader) neverSet(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := p.Info.ObjectOf(id).(*types.Var)
	return ok && types.IsInterface(v.Type()) && p.Index.Params[v].Func == nil &&
		v.Parent() != p.Pkg.Scope() && len(p.Index.Writes[v]) == 0
}
