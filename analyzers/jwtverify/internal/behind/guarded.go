package behind

// This file looks for middlewares of other packages in front of the handlers of this one:
//
//	router.Post("/logout", guard.Required, h.Logout)
//	mux.Handle("/logout", guard.Required(http.HandlerFunc(h.Logout)))
//	api := router.Group("/api", guard.Required)
//	api.Post("/logout", h.Logout)
//	api.Use(guard.Required)

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/reading"
)

// Guarded reports whether all of some places, one at least, stand in handlers that their package puts
// behind what another package makes, wherever it mentions them. What that does with a token is not
// seen here.
func Guarded[N ast.Node](r *reading.Reader, at ...N) bool {
	return len(at) > 0 && !slices.ContainsFunc(at, func(n N) bool {
		d := syntax.DeclAt(r.Index, n.Pos())
		return d == nil || !isGuarded(r, d)
	})
}

// isGuarded reports whether something stands in front of a handler wherever it is mentioned.
func isGuarded(r *reading.Reader, d *ast.FuncDecl) bool {
	mentions := slices.DeleteFunc(slices.Clone(r.Index.Mentions(r.Info.Defs[d.Name])),
		func(id *ast.Ident) bool { return id == d.Name })
	return len(mentions) > 0 && !slices.ContainsFunc(mentions, func(id *ast.Ident) bool {
		return !isBehind(r, id)
	})
}

// isBehind reports whether the call that a handler is given to, or one of those around it, has a guard.
func isBehind(r *reading.Reader, id *ast.Ident) bool {
	e := ast.Expr(id)
	if sel, ok := r.Index.Outer(id).(*ast.SelectorExpr); ok && sel.Sel == id {
		e = sel
	}
	for range maxGroups {
		call, ok := r.Index.Outer(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		i := slices.Index(call.Args, e)
		switch {
		case i < 0: // h.Logout() makes the handler
		case r.Info.Types[call.Fun].IsType():
		case isGuard(r, call):
			return true
		case slices.ContainsFunc(call.Args[:i], func(a ast.Expr) bool { return isGuard(r, a) }):
			return true
		default:
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			return ok && guardsAll(r, sel.X, maxGroups)
		}
		e = call
	}
	return false
}

// maxGroups is how many groups of routes, or calls, are looked at around each other.
const maxGroups = 8

// isGuard reports whether an expression is a middleware of another package of the program, or what one
// of its functions makes.
func isGuard(r *reading.Reader, e ast.Expr) bool {
	fn, ok := r.Index.Used(e).(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg() != r.Pkg && model.Of(fn, "") == nil && handles(r.Info.TypeOf(e))
}

// guardsAll reports whether a router puts a guard in front of all its routes.
func guardsAll(r *reading.Reader, router ast.Expr, left int) bool {
	if left == 0 {
		return false
	}
	given := func(c *ast.CallExpr) bool {
		return slices.ContainsFunc(c.Args, func(a ast.Expr) bool { return isGuard(r, a) })
	}
	switch x := ast.Unparen(router).(type) {
	case *ast.CallExpr: // r.With(guard.Required), r.Group("/api", guard.Required)
		sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
		return given(x) || ok && guardsAll(r, sel.X, left-1)
	case *ast.Ident, *ast.SelectorExpr:
		v, ok := r.Index.Used(x).(*types.Var)
		if !ok {
			return false
		}
		for _, c := range r.Index.Calls {
			sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
			if ok && sel.Sel.Name == "Use" && r.Index.Used(sel.X) == types.Object(v) && given(c) {
				return true
			}
		}
		w := r.Index.Writes[v]
		return len(w) == 1 && w[0].Value != nil && guardsAll(r, w[0].Value, left-1)
	}
	return false
}
