package refusal

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// This file finds out with which status a function answers:
//
//	func unauthorized(w http.ResponseWriter) { fail(w, 401) } // refuses
//	func fail(w http.ResponseWriter, status int) {            // with the status of a parameter
//		http.Error(w, http.StatusText(status), status)
//	}

// answer says with which status a function answers on every way through it.
type answer struct {
	refuses bool // 401 or 403
	byParam bool // what a parameter says
	by      param
}

// param says which parameter of a function gives a status: itself, or a field of it.
type param struct {
	index int
	field string
}

// isNone reports whether nothing is known of the status.
func (a answer) isNone() bool { return !a.refuses && !a.byParam }

// rejects reports whether a call responds with status 401 or 403 (RFC 9110 sections 15.5.2 and
// 15.5.4).
func (p *Reader) rejects(c *ast.CallExpr) bool {
	status, refuses := p.statusOf(c)
	return refuses || slices.ContainsFunc(status, func(e ast.Expr) bool {
		v := p.Info.Types[e].Value
		if v == nil {
			return false
		}
		n, ok := constant.Int64Val(constant.ToInt(v))
		return ok && (n == 401 || n == 403)
	})
}

// statusOf returns what gives the status of the answer that a call is; refuses is true where it is
// always 401 or 403.
func (p *Reader) statusOf(c *ast.CallExpr) (status []ast.Expr, refuses bool) {
	obj := p.Index.Callee(c)
	if sig := model.Of(obj, ""); sig != nil {
		if sig.Verb != model.Respond {
			return nil, false
		}
		return syntax.Args(c, sig, model.Status), false
	}
	a := p.answerOf(obj)
	if a.byParam && a.by.index < len(c.Args) && !c.Ellipsis.IsValid() {
		if e := a.by.in(c.Args[a.by.index]); e != nil {
			status = append(status, e)
		}
	}
	return status, a.refuses
}

// answerOf returns how a function answers: one that is declared here, a literal in a variable, or
// one of another package by its fact.
func (p *Reader) answerOf(obj types.Object) answer {
	if fn := p.bodyOf(obj); fn != nil {
		a, _ := p.answers.Once(fn, func() answer { return p.newAnswer(fn) })
		return a
	}
	fn, _ := obj.(*types.Func)
	return p.facts.of(fn)
}

// bodyOf returns the function of this package that a call of an object runs, nil where another
// package has it, or where it is not the only one.
func (p *Reader) bodyOf(obj types.Object) ast.Node {
	switch obj := obj.(type) {
	case *types.Func:
		if d := p.Index.Decls[obj]; d != nil {
			return d
		}
	case *types.Var:
		if w := p.Index.Writes[obj]; len(w) == 1 && w[0].Value != nil && !obj.IsField() {
			if lit, ok := ast.Unparen(w[0].Value).(*ast.FuncLit); ok {
				return lit
			}
		}
	}
	return nil
}

// newAnswer looks through a function. One that may end the program, panic or abort the request is
// not known to return to its caller.
func (p *Reader) newAnswer(fn ast.Node) answer {
	var refusals []*ast.CallExpr
	byParam := map[param][]*ast.CallExpr{}
	for _, c := range p.callsIn(fn) {
		if p.ends(c) || p.mayAbort(c) {
			return answer{}
		}
		status, _ := p.statusOf(c)
		if p.rejects(c) {
			refusals = append(refusals, c)
		}
		for _, e := range status {
			if by, ok := p.paramOf(fn, e); ok {
				byParam[by] = append(byParam[by], c)
			}
		}
	}
	always := func(some []*ast.CallExpr) bool {
		return len(some) > 0 && p.Flow.Passes(fn, func(n ast.Node) bool {
			return slices.ContainsFunc(some, func(c *ast.CallExpr) bool {
				return n.Pos() <= c.Pos() && c.End() <= n.End()
			})
		})
	}
	if always(refusals) {
		return answer{refuses: true}
	}
	for by, some := range byParam {
		if len(byParam) == 1 && always(some) {
			return answer{byParam: true, by: by}
		}
	}
	return answer{}
}

// callsIn returns the calls in a function, those in functions inside it left out.
func (p *Reader) callsIn(fn ast.Node) []*ast.CallExpr {
	if p.inside == nil {
		p.inside = map[ast.Node][]*ast.CallExpr{}
		for _, c := range p.Index.Calls {
			at := p.Index.FuncAt(c.Pos())
			p.inside[at] = append(p.inside[at], c)
		}
	}
	return p.inside[fn]
}

// isUnread reports whether nobody looks at what a response returns, and it is given at once. What
// a library's own response returns says no more than whether it could be sent.
func (p *Reader) isUnread(c *ast.CallExpr) bool {
	switch o := p.Index.Outer(c).(type) {
	case *ast.ExprStmt:
		return true
	case *ast.DeferStmt, *ast.GoStmt:
		return false
	case *ast.AssignStmt:
		return p.Index.Verb(c) == model.Respond ||
			!slices.ContainsFunc(o.Lhs, func(l ast.Expr) bool {
				id, ok := l.(*ast.Ident)
				return !ok || id.Name != "_"
			})
	}
	return p.Index.Verb(c) == model.Respond
}
