package sensitive

// This file looks at how handlers are registered, and at what stands in front of them:
//
//	r.DELETE("/account", h.Remove)                     // nothing
//	r.With(StepUp).Delete("/account", h.Remove)        // a middleware before
//	mux.Handle("/account", StepUp(http.HandlerFunc(h.Remove)))
//	g.Use(StepUp()); g.DELETE("/account", h.Remove)

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// route reports whether a mention of a function, or a literal, is given to a router, and notes it
// unless something may confirm what it runs.
func (r *Reader) route(n ast.Node, s step) bool {
	var around []*ast.CallExpr // from the inside out
	arg, register := n, (*ast.CallExpr)(nil)
	for at := n; ; {
		up := r.Index.Outer(at)
		if _, expr := up.(ast.Expr); !expr {
			break
		}
		if c, ok := up.(*ast.CallExpr); ok {
			around = append(around, c)
			if fn, ok := r.Index.Callee(c).(*types.Func); ok && register == nil && at != c.Fun &&
				r.isRouter(fn) && !r.Info.Types[c.Fun].IsType() {
				register, arg = c, at
			}
		}
		at = up
	}
	if register == nil {
		return false
	}
	if !slices.ContainsFunc(around, func(c *ast.CallExpr) bool { return r.protects(c, n) }) &&
		!r.protected(register) {
		r.out = append(r.out, Route{arg, s.name, s.call})
	}
	return true
}

// isRouter reports whether a function registers handlers: it belongs to a router, and returns no
// handler itself.
func (r *Reader) isRouter(fn *types.Func) bool {
	return fn.Pkg() != nil && (model.IsServer(fn.Pkg().Path()) || model.IsRouter(fn.Pkg().Path())) &&
		(fn.Signature().Recv() != nil || fn.Signature().Results().Len() == 0)
}

// protects reports whether a call, or one of its arguments but n, may confirm what is handled; the
// calls that it is made of count, as those of a chain do.
func (r *Reader) protects(c *ast.CallExpr, n ast.Node) bool {
	found := false
	ast.Inspect(c, func(m ast.Node) bool {
		if m == n || found {
			return false
		}
		switch m := m.(type) {
		case *ast.Ident:
			switch obj := r.Info.ObjectOf(m).(type) {
			case *types.Func:
				d := r.Index.Decls[obj.Origin()]
				found = r.confirmsBy(obj.Origin()) || d != nil && r.confirms(d)
			case *types.Var: // a middleware that is not seen
				_, fn := obj.Type().Underlying().(*types.Signature)
				found = fn || confirming().MatchString(obj.Name())
			}
		case *ast.FuncLit:
			found = r.confirms(m)
		}
		return !found
	})
	return found
}

// protected reports whether the function around a route, or one that calls it, has middlewares that
// may confirm what is handled.
func (r *Reader) protected(register *ast.CallExpr) bool {
	fn := r.Index.FuncAt(register.Pos())
	for fn != nil {
		if _, decl := fn.(*ast.FuncDecl); decl {
			break
		}
		fn = r.Index.FuncAt(fn.Pos() - 1)
	}
	if fn == nil {
		return false
	}
	list := []ast.Node{fn}
	for _, c := range r.Origin.Callers(fn) {
		list = append(list, r.Index.FuncAt(c.Pos()))
	}
	return slices.ContainsFunc(r.Index.Calls, func(c *ast.CallExpr) bool {
		switch syntax.NameOf(c.Fun) {
		case "Use", "With", "Group", "Pre":
			in := r.Index.FuncAt(c.Pos())
			return slices.ContainsFunc(list, func(f ast.Node) bool {
				return f != nil && in != nil && f.Pos() <= in.Pos() && in.End() <= f.End()
			}) && slices.ContainsFunc(c.Args, func(a ast.Expr) bool { return r.middleware(a) })
		}
		return false
	})
}

// middleware reports whether an argument may be a middleware that confirms.
func (r *Reader) middleware(a ast.Expr) bool {
	if c, ok := ast.Unparen(a).(*ast.CallExpr); ok {
		return r.protects(c, nil)
	}
	if d := r.Index.Declared(a); d != nil {
		return r.confirms(d)
	}
	switch obj := r.Index.Used(a).(type) {
	case *types.Func:
		return r.confirmsBy(obj.Origin())
	case *types.Var:
		_, fn := obj.Type().Underlying().(*types.Signature)
		return fn
	}
	return false
}
