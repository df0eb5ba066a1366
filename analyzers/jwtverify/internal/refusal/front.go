package refusal

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// This file answers whether a look at a request counts for a handler of it:
//
//	func require(next http.Handler) http.Handler // it does: a middleware
//	func allowed(r *http.Request) bool           // it does where the handler calls it
//	func login(w http.ResponseWriter, r *http.Request) // it does not: another handler

// CountsFor reports whether what happens to a request at one place can count for another place: one
// function leads to both, or the first is no part of a handler that is the last of its chain.
func (p *Reader) CountsFor(place, other ast.Node) bool {
	by := fronts{p}
	first, roots := by.above(place)
	second, _ := by.above(other)
	for fn := range first {
		if second[fn] || p.PassesOn(fn) {
			return true
		}
	}
	return slices.ContainsFunc(roots, func(fn ast.Node) bool { return !by.isLast(fn) })
}

// fronts finds which functions stand in front of handlers, and which are handlers themselves.
type fronts struct{ *Reader }

// above returns the functions that lead to a place: those around it, and their callers in turn.
// roots are those that nothing here calls.
func (p fronts) above(place ast.Node) (all map[ast.Node]bool, roots []ast.Node) {
	all = map[ast.Node]bool{}
	var add func(at ast.Node)
	add = func(at ast.Node) {
		fn := p.Index.FuncAt(at.Pos())
		if fn == nil || all[fn] {
			return
		}
		all[fn] = true
		callers := p.Origin.Callers(fn)
		for _, c := range callers {
			add(c)
		}
		outer := p.Index.Outer(fn)
		for outer != nil && outer.Pos() >= fn.Pos() { // func() { ... }()
			outer = p.Index.Outer(outer)
		}
		_, literal := fn.(*ast.FuncLit)
		switch {
		case literal && p.responder(fn) == nil && p.Index.FuncAt(outer.Pos()) != nil:
			add(outer)
		case len(callers) == 0:
			roots = append(roots, fn)
		}
	}
	add(place)
	return all, roots
}

// PassesOn reports whether a function passes requests on to the next handler, as a middleware does: it
// calls that, or the last thing it does is to attach a value to the request, where the next handler is
// called by itself.
//
//	c.Set("user", claims.Subject) // of gin
func (p *Reader) PassesOn(fn ast.Node) bool {
	last := lastCall(fn)
	return last != nil && p.Index.Verb(last) == model.Attach ||
		slices.ContainsFunc(p.callsIn(fn), func(c *ast.CallExpr) bool {
			return handlers.CallsNext(p.View, c)
		})
}

// lastCall returns the call that is the last statement of a function, nil for none.
func lastCall(fn ast.Node) *ast.CallExpr {
	var body *ast.BlockStmt
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		body = fn.Body
	case *ast.FuncLit:
		body = fn.Body
	}
	if body == nil || len(body.List) == 0 {
		return nil
	}
	s, _ := body.List[len(body.List)-1].(*ast.ExprStmt)
	if s == nil {
		return nil
	}
	c, _ := s.X.(*ast.CallExpr)
	return c
}

// Responds reports whether a function answers requests, as a handler and a middleware do.
func (p *Reader) Responds(fn ast.Node) bool { return p.responder(fn) != nil }

// responder returns the type of the parameter of a function by which it answers, nil for none.
func (p *Reader) responder(fn ast.Node) types.Type {
	sig := p.Index.Signature(fn)
	if sig == nil {
		return nil
	}
	for v := range sig.Params().Variables() {
		if handlers.IsResponse(v.Type()) || p.hasVerb(v.Type(), model.Respond) {
			return v.Type()
		}
	}
	return nil
}

// hasVerb reports whether a type has a method of which the model says what it does.
func (p *Reader) hasVerb(t types.Type, verb model.Verb) bool {
	return slices.ContainsFunc(p.Index.Methods(t), func(m syntax.Method) bool {
		return m.Sig.Verb == verb
	})
}

// isLast reports whether a function is surely the last handler of a chain: it can tell nobody
// whether a request is good, keeps none back, and answers with something other than an error.
func (p fronts) isLast(fn ast.Node) bool {
	t := p.responder(fn)
	if t == nil {
		return false
	}
	results := p.Index.Signature(fn).Results()
	if results.Len() > 1 || results.Len() == 1 && !typing.IsError(results.At(0).Type()) ||
		results.Len() == 1 && handlers.IsResponse(t) {
		return false
	}
	calls := p.callsIn(fn)
	if slices.ContainsFunc(calls, func(c *ast.CallExpr) bool {
		return p.ends(c) || p.mayAbort(c)
	}) {
		return false
	}
	if handlers.IsResponse(t) {
		return slices.ContainsFunc(calls, p.writes)
	}
	return slices.ContainsFunc(calls, func(c *ast.CallExpr) bool { return p.succeeds(c, t) })
}

// writes reports whether a call gets the writer of a response, and may write something other than
// an error.
func (p fronts) writes(c *ast.CallExpr) bool {
	given := slices.Clone(c.Args)
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && p.Index.Verb(c) == model.Respond {
		given = append(given, sel.X)
	}
	if !slices.ContainsFunc(given, func(e ast.Expr) bool {
		return handlers.IsResponse(typing.OrInvalid(p.Info.TypeOf(e)))
	}) {
		return false
	}
	status, refuses := p.statusOf(c)
	return !refuses && (len(status) == 0 || p.isGood(status[0]))
}

// succeeds reports whether a call answers with something other than an error, by a context of type
// t. An answer without a status counts where the framework has a method for the next handler, so
// that a middleware would be seen.
func (p fronts) succeeds(c *ast.CallExpr, t types.Type) bool {
	status, refuses := p.statusOf(c)
	switch {
	case refuses:
		return false
	case len(status) > 0:
		return p.isGood(status[0])
	case p.Index.Verb(c) != model.Respond || !p.hasVerb(t, model.Next):
		return false
	}
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok {
		if on, ok := ast.Unparen(sel.X).(*ast.CallExpr); ok && p.Index.Verb(on) == model.Respond {
			return p.succeeds(on, t) // c.Status(401).JSON(...)
		}
	}
	return true
}

// isGood reports whether a status is known to be no error.
func (p fronts) isGood(status ast.Expr) bool {
	v := p.Info.Types[status].Value
	if v == nil {
		return false
	}
	n, ok := constant.Int64Val(constant.ToInt(v))
	return ok && n < 400
}
