package personal

// This file knows copies that leave out what nobody but its owner should read:
//
//	claims.User = User{ID: u.ID, Name: u.Name} // LeftOut: Password

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// LeftOut reports whether a value is a literal that has no value for a field of its own, and nothing
// gives it one later:
//
//	User{ID: u.ID, Name: u.Name}
func LeftOut(v calls.View, value ast.Expr, f *types.Var) bool {
	of := v.Origin.Trace(value).Origins
	if len(of) != 1 {
		return false
	}
	lit, ok := of[0].At.(*ast.CompositeLit)
	if !ok || !typing.Declares(typing.StructOf(v.Info.TypeOf(lit)), f) {
		return false
	}
	for _, e := range lit.Elts {
		kv, keyed := e.(*ast.KeyValueExpr)
		if !keyed {
			return false
		}
		if id, ok := kv.Key.(*ast.Ident); ok && id.Name == f.Name() {
			return false
		}
	}
	return !slices.ContainsFunc(v.Index.Writes[f], func(w syntax.Write) bool { return w.Base != nil })
}
