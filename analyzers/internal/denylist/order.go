package denylist

// This file finds lists that are asked for what nobody has verified:
//
//	parser.ParseUnverified(raw, claims)
//	if isRevoked(claims.ID) { ... }     // anyone can choose the id
//	jwt.Parse(raw, keyfunc)

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Early is a question about a claim that is read from a token before it is verified.
type Early struct {
	*Question
	Decode *calls.Call
}

// Early returns the questions of the package about claims of tokens that nobody has verified yet:
// the function that asks decodes the token itself, and no other call has got it before.
func (p *Reader) Early() []Early {
	var out []Early
	for _, q := range p.Questions() {
		if !q.Says {
			continue
		}
		for _, d := range p.Calls.All {
			if d.Verb != model.Decode || p.Index.FuncAt(d.Node.Pos()) != q.Func ||
				d.Node.Pos() > q.Call.Pos() || p.hadBefore(d, q) {
				continue
			}
			made := p.madeBy(d)
			if slices.ContainsFunc(q.Keys, func(k ast.Expr) bool { return p.readsFrom(k, made) }) {
				out = append(out, Early{q, d})
				break
			}
		}
	}
	return out
}

// madeBy returns where the token and the claims of a decoding call are made.
func (p *Reader) madeBy(d *calls.Call) map[ast.Node]bool {
	made := map[ast.Node]bool{d.Node: true}
	for _, e := range d.Args(model.Claims) {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.At != nil && o.Kind == origin.Object {
				made[o.At] = true
			}
		}
	}
	return made
}

// readsFrom reports whether a key is made of claims that are made at some of the nodes.
func (p *Reader) readsFrom(key ast.Expr, made map[ast.Node]bool) bool {
	found := false
	p.Parts(key, func(e ast.Expr) {
		var of ast.Expr
		switch e := e.(type) {
		case *ast.SelectorExpr:
			of = e.X
		case *ast.IndexExpr:
			of = e.X
		default:
			return
		}
		for _, o := range p.Origin.Trace(of).Origins {
			found = found || o.At != nil && made[o.At]
		}
	})
	return found
}

// hadBefore reports whether another call that can verify it gets the token before the question.
func (p *Reader) hadBefore(d *calls.Call, q *Question) bool {
	for _, e := range d.Args(model.Token) {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			return true
		}
		v, ok := p.Info.ObjectOf(id).(*types.Var)
		if !ok || p.Index.Params[v].Func != nil && len(p.Index.Writes[v]) == 0 &&
			!p.verifiesAfter(v, q) {
			return true // the caller may have verified it
		}
		if slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
			c, ok := p.Index.Outer(id).(*ast.CallExpr)
			return ok && c != d.Node && id.Pos() < q.Call.Pos() &&
				model.Of(p.Index.Callee(c), "") == nil
		}) {
			return true
		}
	}
	return len(d.Args(model.Token)) == 0
}

// verifiesAfter reports whether the function that asks verifies the token of a variable itself,
// behind the question: its callers leave that to it.
func (p *Reader) verifiesAfter(v *types.Var, q *Question) bool {
	return slices.ContainsFunc(p.Calls.All, func(c *calls.Call) bool {
		return c.Verb == model.Verify && c.Node.Pos() > q.Call.Pos() &&
			p.Index.FuncAt(c.Node.Pos()) == q.Func &&
			slices.ContainsFunc(c.Args(model.Token), func(e ast.Expr) bool {
				id, ok := ast.Unparen(e).(*ast.Ident)
				return ok && p.Info.ObjectOf(id) == v
			})
	})
}
