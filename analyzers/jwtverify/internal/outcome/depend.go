package outcome

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file says what depends on the error of a verification:
//
//	failed, ok := err.(*jwt.ValidationError) // isAsserted, isAssertion
//	good := err == nil                       // depends
//	id := token.Claims.(*Claims).ID          // does not

// isAsserted reports whether an expression is a variable of the error's own type.
func (f forgery) isAsserted(e ast.Expr) bool {
	w := f.onlyWrite(e)
	t := f.Info.TypeOf(e)
	return w != nil && w.Result == 0 && t != nil && !typing.IsBool(t) && f.asserts(w.Value)
}

// isAssertion reports whether an expression is the bool beside it.
func (f forgery) isAssertion(e ast.Expr) bool {
	w := f.onlyWrite(e)
	return w != nil && w.Result == 1 && f.asserts(w.Value)
}

// asserts reports whether an expression asserts that the error is of a type of the library.
func (f forgery) asserts(e ast.Expr) bool {
	a, ok := ast.Unparen(syntax.OrBad(e)).(*ast.TypeAssertExpr)
	return ok && a.Type != nil && f.isError(a.X, holdsError) && f.isOfLibrary(f.Info.TypeOf(a.Type))
}

// onlyWrite returns the only statement that gives a variable its value, nil for others.
func (f forgery) onlyWrite(e ast.Expr) *syntax.Write {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := f.Info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || len(f.Index.Writes[v]) != 1 {
		return nil
	}
	return &f.Index.Writes[v][0]
}

// depends reports whether an expression depends on the error, or may: it mentions the error, more
// of the token than its claims, or a variable that is set in more than one place, or from these.
func (f forgery) depends(e ast.Expr, known uint64) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && f.isToken(sel.X) &&
			f.means(sel, model.Claims) {
			return false
		}
		id, ok := n.(*ast.Ident)
		if !ok || found {
			return !found
		}
		v, ok := f.Info.ObjectOf(id).(*types.Var)
		found = ok && (v == f.err && known&holdsError != 0 || f.token != nil && v == f.token ||
			v != f.err && f.isSetAfter(v))
		return !found
	})
	return found
}

// isSetAfter reports whether a variable of the function is set behind the call, and in another
// place too, or from the error or token.
func (f forgery) isSetAfter(v *types.Var) bool {
	if v.IsField() {
		return false
	}
	after := slices.DeleteFunc(slices.Clone(f.Index.Writes[v]), func(w syntax.Write) bool {
		return w.Pos < f.call.Node.Pos()
	})
	return len(after) > 0 && len(f.Index.Writes[v]) > 1 ||
		len(after) == 1 && after[0].Value != nil && f.mentions(after[0].Value)
}

// mentions reports whether an expression mentions the error, or more of the token than its claims.
func (f forgery) mentions(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && f.isToken(sel.X) &&
			f.means(sel, model.Claims) {
			return false
		}
		id, ok := n.(*ast.Ident)
		obj := f.Info.ObjectOf(id)
		found = found || ok && obj != nil && (obj == f.err || f.token != nil && obj == f.token)
		return !found
	})
	return found
}

// means reports whether a field has a role in the model.
func (f forgery) means(e *ast.SelectorExpr, r model.Role) bool {
	sel := f.Info.Selections[e]
	return sel != nil && model.Of(sel.Obj(), typing.TypeNameOf(sel.Recv())).Means(model.Hold, r)
}
