// Package branch answers which callers of a helper lead into which of its branches.
package branch

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Fails reports whether a node stands in a branch that a parameter of its function decides,
// and a call on a path hands over the constant which leads into the other one:
//
//	func sign(c jwt.Claims, refresh bool) { if refresh { ... } else { ... } }
//	sign(c, true)
func Fails(x *syntax.Index, at ast.Node, path *origin.Path) bool {
	for n := at; n != nil; n = x.Outer(n) {
		branch, ok := x.Outer(n).(*ast.IfStmt)
		if !ok || n != branch.Body && n != branch.Else {
			continue
		}
		cond, want := ast.Unparen(branch.Cond), n == branch.Body
		if not, ok := cond.(*ast.UnaryExpr); ok && not.Op == token.NOT {
			cond, want = ast.Unparen(not.X), !want
		}
		id, ok := cond.(*ast.Ident)
		if !ok {
			continue
		}
		v, _ := x.Info.ObjectOf(id).(*types.Var)
		p := x.Params[v]
		if p.Func == nil || p.Index < 0 || len(x.Writes[v]) > 0 {
			continue
		}
		call := path.CallOf(p.Func)
		if call == nil || p.Index >= len(call.Args) {
			continue
		}
		given := x.Info.Types[call.Args[p.Index]].Value
		if given != nil && given.Kind() == constant.Bool && constant.BoolVal(given) != want {
			return true
		}
	}
	return false
}
