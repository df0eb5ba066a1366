package subject

// This file finds the questions that cannot fail, to lists in memory or to functions that say so:
//
//	if revoked[claims.ID] { ... }
//	if _, ok := cache.Get("revoked:" + claims.ID); ok { ... }
//	if isRevoked(claims.ID) { ... }

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Asked is an expression that asks a deny list.
type Asked struct {
	At   ast.Expr
	Func ast.Node   // the function that asks
	Keys []ast.Expr // what is asked for
}

// Certain returns the questions of the package to deny lists that always have an answer.
func (p *Reader) Certain() []Asked {
	var out []Asked
	add := func(at ast.Expr, keys []ast.Expr) {
		if fn := p.Index.FuncAt(at.Pos()); fn != nil && slices.ContainsFunc(keys, p.IsToken) {
			out = append(out, Asked{at, fn, keys})
		}
	}
	for _, e := range p.Index.Forward().Indexes {
		set, _ := p.Index.Outer(e).(*ast.AssignStmt)
		if typing.IsMap(typing.OrInvalid(p.Info.TypeOf(e.X))) && p.Listed(e.X) &&
			(set == nil || !slices.Contains(set.Lhs, ast.Expr(e))) {
			add(e, []ast.Expr{e.Index})
		}
	}
	for _, c := range p.Index.Calls {
		if p.answersAlways(c) {
			add(c, c.Args)
		}
	}
	return out
}

// answersAlways reports whether a call asks a list in memory, or a function that says by a bool
// whether it is in one.
func (p *Reader) answersAlways(c *ast.CallExpr) bool {
	sig, obj := p.Index.Row(c)
	if sig != nil {
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		return ok && sig.Verb == model.Recall && !CanFail(obj) &&
			(p.Listed(sel.X) || p.Denies(syntax.Args(c, sig, model.Name)))
	}
	fn, ok := obj.(*types.Func)
	if !ok || !names.Denial(fn.Name()) {
		return false
	}
	r := fn.Signature().Results()
	return r.Len() == 1 && typing.IsBool(r.At(0).Type())
}

// CanFail reports whether a function says that it has failed: by an error, or by an object that has
// one.
func CanFail(obj types.Object) bool {
	sig, ok := obj.Type().Underlying().(*types.Signature)
	if !ok || sig.Results().Len() == 0 {
		return false
	}
	last := sig.Results().At(sig.Results().Len() - 1).Type()
	return typing.IsError(last) || typing.IsPointer(last) || types.IsInterface(last)
}

// Listed reports whether a variable or field has the name of a deny list, or stands in a struct whose
// type has:
//
//	type TokenBlacklist struct{ tokens map[string]time.Time }
func (p *Reader) Listed(e ast.Expr) bool {
	v, ok := p.Index.Used(e).(*types.Var)
	if !ok || wakes(v.Type()) {
		return false
	}
	sel, isField := ast.Unparen(e).(*ast.SelectorExpr)
	return names.Denial(v.Name()) ||
		isField && names.Denial(typing.TypeNameOf(typing.OrInvalid(p.Info.TypeOf(sel.X))))
}

// wakes reports whether a type is a map of channels or functions: of those who are told of an end.
func wakes(t types.Type) bool {
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return false
	}
	switch m.Elem().Underlying().(type) {
	case *types.Chan, *types.Signature:
		return true
	}
	return false
}
