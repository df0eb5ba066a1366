package outcome

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// This file knows the handlers of which another package says what comes before them:
//
//	package api    // func Orders(c *gin.Context) { claims, _ := auth.Parse(c.GetHeader("X-Token")) }
//	package routes // signedIn.Use(middleware.JWT()); signedIn.GET("/orders", api.Orders)
//
//	package auth   // func Middleware(next http.HandlerFunc) http.HandlerFunc; func Logout(w, r)
//	package routes // r.HandleFunc("/logout", auth.Middleware(auth.Logout))

// routes knows what other packages may route.
type routes struct{ *Reader }

// mayBeVerified reports whether the token of a call of [Reader.WrappedVerifications] may have been
// verified before: its handler is routed elsewhere, and another package or a middleware of this
// one, routed elsewhere as well, verifies tokens.
func (p routes) mayBeVerified(c *calls.Call) bool {
	return isRoutedElsewhere(p.Index, p.Index.FuncAt(c.Node.Pos())) && (c.Via != nil || p.guards())
}

// guards reports whether this package offers others a middleware that verifies tokens.
func (p routes) guards() bool {
	return slices.ContainsFunc(p.Index.Calls, func(next *ast.CallExpr) bool {
		d := syntax.DeclAt(p.Index, next.Pos())
		return d != nil && handlers.CallsNext(p.View, next) && isOffered(p.Index, d) && p.asks(d)
	})
}

// asks reports whether a function verifies a token, or calls one of this package that does.
func (p routes) asks(d *ast.FuncDecl) bool {
	return uses.VerifiesToken(p.Calls, d) || slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		fn, ok := p.Index.Callee(c).(*types.Func)
		if !ok || !encloses(d, c) {
			return false
		}
		callee := p.declOf(fn)
		return callee != nil && uses.VerifiesToken(p.Calls, callee)
	})
}

// isRoutedElsewhere reports whether a function gets a request, and only other packages can say
// when: it is exported, and nothing in this package mentions it.
func isRoutedElsewhere(x *syntax.Index, fn ast.Node) bool {
	d, ok := fn.(*ast.FuncDecl)
	return ok && isOffered(x, d) && handlers.GetsRequest(x.Signature(d))
}

// isOffered reports whether a function is exported, and nothing in this package mentions it.
func isOffered(x *syntax.Index, d *ast.FuncDecl) bool {
	obj := x.Info.Defs[d.Name]
	return d.Name.IsExported() && obj != nil && !slices.ContainsFunc(x.Mentions(obj), func(id *ast.Ident) bool { return id != d.Name })
}
