package refusal

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// This file looks at middlewares that are told to go on when an error handler ignores the error,
// before handlers that take a good token for granted:
//
//	g := e.Group("/private", echojwt.WithConfig(echojwt.Config{
//		ContinueOnIgnoredError: true,
//		ErrorHandler:           func(c echo.Context, err error) error { return nil },
//	}))
//	g.DELETE("/account", remove) // remove does not look for whom

// routes finds the handlers that a middleware stands before.
type routes struct{ *Reader }

// IgnoredErrors returns the settings by which a middleware lets every request pass, where its error
// handler can ignore the error and no handler behind it asks for the token.
func (p *Reader) IgnoredErrors() []ast.Expr {
	var out []ast.Expr
	by := routes{p}
	for _, c := range p.Calls.All {
		lit, ok := c.Node.(*ast.CompositeLit)
		on := c.Args(model.Tolerant)
		if !ok || c.Verb != model.Middleware || len(on) == 0 || !p.Origin.True(on) ||
			!by.ignores(c.Args(model.Handler)) {
			continue
		}
		made, ok := p.Index.Outer(lit).(*ast.CallExpr)
		if !ok || !model.Of(p.Index.Callee(made), "").Means(model.Middleware, model.Strict) {
			continue
		}
		if handlers := by.behind(made); len(handlers) > 0 &&
			!slices.ContainsFunc(handlers, by.mayAsk) {
			out = append(out, on[0])
		}
	}
	return out
}

// ignores reports whether one of the error handlers can return no error, and leaves nothing for
// the handlers behind.
func (p routes) ignores(handlers []ast.Expr) bool {
	return slices.ContainsFunc(handlers, func(e ast.Expr) bool {
		fn := p.Index.Declared(e)
		return fn != nil && slices.ContainsFunc(p.Index.Returns[fn], func(r *ast.ReturnStmt) bool {
			return len(r.Results) == 1 && p.Info.Types[r.Results[0]].IsNil()
		}) && !slices.ContainsFunc(p.callsIn(fn), func(c *ast.CallExpr) bool {
			return p.Index.Verb(c) == model.Attach
		})
	})
}

// behind returns the handlers that a middleware stands before: of the route that it is installed
// for, or of the group that is made with it and that stays in its function. It is nil where one of
// them is not seen.
func (p routes) behind(made *ast.CallExpr) []ast.Node {
	install, ok := p.Index.Outer(made).(*ast.CallExpr)
	if !ok {
		return nil
	}
	if own, seen := p.handlersOf(install, made); len(own) > 0 || !seen {
		return own
	}
	a, ok := p.Index.Outer(install).(*ast.AssignStmt)
	if !ok || len(a.Lhs) != 1 {
		return nil
	}
	id, ok := a.Lhs[0].(*ast.Ident)
	if !ok {
		return nil
	}
	group := p.Info.ObjectOf(id)
	var out []ast.Node
	for _, use := range p.Index.Mentions(group) {
		if use == id {
			continue
		}
		sel, isSel := p.Index.Outer(use).(*ast.SelectorExpr)
		if !isSel {
			return nil // it goes elsewhere
		}
		route, isCall := p.Index.Outer(sel).(*ast.CallExpr)
		if !isCall {
			return nil
		}
		of, seen := p.handlersOf(route, nil)
		if !seen || len(of) == 0 {
			return nil // another middleware, or a group in the group
		}
		out = append(out, of...)
	}
	return out
}

// handlersOf returns the functions among the arguments of a call that installs handlers; seen is
// false where one of them is not declared here. but is left out.
func (p routes) handlersOf(install *ast.CallExpr, but ast.Expr) (out []ast.Node, seen bool) {
	for _, a := range install.Args {
		if _, isFunc := p.Info.TypeOf(a).Underlying().(*types.Signature); !isFunc || a == but {
			continue
		}
		fn := p.Index.Declared(a)
		if fn == nil {
			return nil, false
		}
		out = append(out, fn)
	}
	return out, true
}

// mayAsk reports whether a handler can find out who sent a request: it takes something out of the
// context, or does with the context what is not known.
func (p routes) mayAsk(fn ast.Node) bool {
	sig := p.Index.Signature(fn)
	if sig == nil || sig.Params().Len() == 0 {
		return true
	}
	context := sig.Params().At(0)
	return slices.ContainsFunc(p.Index.Mentions(context), func(id *ast.Ident) bool {
		if id.Pos() == context.Pos() {
			return false
		}
		sel, ok := p.Index.Outer(id).(*ast.SelectorExpr)
		if !ok {
			return true
		}
		c, ok := p.Index.Outer(sel).(*ast.CallExpr)
		return !ok || !slices.Contains(plain, p.Index.Verb(c))
	})
}

// plain are what a handler does with a context without asking who sent the request.
var plain = []model.Verb{model.Respond, model.Redirect, model.Read, model.Send}
