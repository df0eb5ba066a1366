package outcome

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
)

// This file looks at functions that return no token beside an error:
//
//	token, _ := parse(r)  // nil for every invalid token
//	if token.Valid {      // panics

// failures finds the functions of this package that return nil where they fail.
type failures struct{ *Reader }

// isNil reports whether the function that a call names returns nil beside an error, and that
// nothing compares the variable with its result.
func (p failures) isNil(c *calls.Call, v *types.Var) bool {
	fn, ok := c.Callee.(*types.Func)
	if !ok || c.Via != nil || p.Index.Decls[fn] == nil || !p.returnsNil(p.Index.Decls[fn]) {
		return false
	}
	_, isPointer := v.Type().Underlying().(*types.Pointer)
	return isPointer && !slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		b, ok := p.Index.Outer(id).(*ast.BinaryExpr)
		return ok && (b.Op == token.EQL || b.Op == token.NEQ)
	})
}

// returnsNil reports whether a function returns nil beside an error.
func (p failures) returnsNil(d *ast.FuncDecl) bool {
	return slices.ContainsFunc(p.Index.Returns[d], func(r *ast.ReturnStmt) bool {
		return p.Origin.Failures.Fails(r) && p.Info.Types[r.Results[0]].IsNil()
	})
}
