package refusal

// This file finds the parameter that gives the status of an answer:
//
//	func fail(w http.ResponseWriter, status int) { w.WriteHeader(status) }
//	func write(w http.ResponseWriter, p Problem) { // RFC 9457
//		if p.Status == 0 {
//			p.Status = 500 // where the caller says nothing
//		}
//		w.WriteHeader(p.Status)
//	}
//	write(w, Problem{Status: 401})

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// paramOf returns the parameter of a function, or the field of one, that an expression is, unchanged.
func (p *Reader) paramOf(fn ast.Node, e ast.Expr) (param, bool) {
	field := ""
	if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
		of, _ := p.Info.ObjectOf(sel.Sel).(*types.Var)
		if of == nil || !of.IsField() || len(p.Info.Selections[sel].Index()) != 1 || isChanged(p, fn, of) {
			return param{}, false
		}
		e, field = sel.X, of.Name()
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return param{}, false
	}
	v, ok := p.Info.ObjectOf(id).(*types.Var)
	if !ok || p.Index.Params[v].Func != fn || len(p.Index.Writes[v]) > 0 {
		return param{}, false
	}
	i := p.Index.Params[v].Index
	return param{i, field}, i >= 0
}

// isChanged reports whether a function sets a field to something else than what its caller has given,
// where that is not zero.
func isChanged(p *Reader, fn ast.Node, field *types.Var) bool {
	return slices.ContainsFunc(p.Index.Writes[field], func(w syntax.Write) bool {
		if w.Pos < fn.Pos() || fn.End() < w.Pos || w.Lit != nil {
			return false
		}
		var from ast.Node = w.Base
		for n := p.Index.Outer(from); n != nil && n != fn; from, n = n, p.Index.Outer(n) {
			if i, ok := n.(*ast.IfStmt); ok && i.Body == from {
				return !isZero(p.Info, i.Cond, field)
			}
		}
		return true
	})
}

// isZero reports whether a condition is that a field is zero.
func isZero(info *types.Info, cond ast.Expr, field *types.Var) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || b.Op != token.EQL {
		return false
	}
	sel, ok := ast.Unparen(b.X).(*ast.SelectorExpr)
	v := info.Types[b.Y].Value
	return ok && info.ObjectOf(sel.Sel) == field && v != nil && v.Kind() == constant.Int &&
		constant.Sign(v) == 0
}

// in returns what gives the status in the argument of a call, nil where that is not seen.
func (by param) in(arg ast.Expr) ast.Expr {
	if by.field == "" {
		return arg
	}
	arg = ast.Unparen(arg)
	if u, ok := arg.(*ast.UnaryExpr); ok && u.Op == token.AND {
		arg = ast.Unparen(u.X)
	}
	lit, ok := arg.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	for _, el := range lit.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == by.field {
				return kv.Value
			}
		}
	}
	return nil
}
