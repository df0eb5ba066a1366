package apart

// This file compares calls of a function that signs:
//
//	access := sign(user, 15*time.Minute)  // or 900, where sign takes seconds
//	refresh := sign(user, 7*24*time.Hour) // the same arguments but for the time

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// Wrappers returns the calls of functions that sign: those of this package's functions which hold
// one of the signing calls, and those of other packages' that facts tell of, which get the key or
// have it and get how long the token lives.
func (p *Reader) Wrappers(signs []*calls.Call) []*calls.Call {
	var out []*calls.Call
	for _, call := range signs {
		if call.Via != nil {
			out = append(out, call)
			continue
		}
		d, ok := p.Index.FuncAt(call.Node.Pos()).(*ast.FuncDecl)
		if !ok {
			continue
		}
		for _, e := range p.Origin.Callers(d) {
			if !slices.ContainsFunc(out, func(o *calls.Call) bool { return o.Node == e }) {
				out = append(out, &calls.Call{Verb: model.Sign, Node: e, Callee: p.Index.Callee(e)})
			}
		}
	}
	for _, h := range p.Claims.Lifetimes() {
		known := func(o *calls.Call) bool { return o.Node == h.Call.Node }
		if p.makesToken(h.Call.Callee) && !slices.ContainsFunc(out, known) {
			out = append(out, h.Call)
		}
	}
	return out
}

// makesToken reports whether a fact says that a function of another package returns a token.
func (p *Reader) makesToken(obj types.Object) bool {
	s := p.Calls.Summary(obj)
	return s != nil && len(s.From) > 0 && len(s.From[0]) > 0 &&
		!slices.ContainsFunc(s.From[0], func(a origin.Atom) bool { return a.Kind != origin.Token })
}

// Twins compares two calls of one function: the tokens are the same where the calls get the same
// arguments, but for how long the result lives and for claims that nobody reads.
func (p *Reader) Twins(signs []*calls.Call, a, b *calls.Call) (by Separation) {
	other := Separation{Apart: true}
	x, ok := a.Node.(*ast.CallExpr)
	y, same := b.Node.(*ast.CallExpr)
	if !ok || !same || a.Callee == nil || a.Callee != b.Callee || len(x.Args) == 0 ||
		len(x.Args) != len(y.Args) || types.ExprString(x.Fun) != types.ExprString(y.Fun) {
		return other
	}
	for i := range x.Args {
		if p.same(x.Args[i], y.Args[i]) || p.timed(x.Args[i]) ||
			p.Claims.IsLife(x, i) && p.Claims.IsLife(y, i) {
			continue
		}
		by.Unread = p.argument(signs, a.Callee, i)
		if by.Unread == "" || p.Info.Types[x.Args[i]].Value == nil ||
			p.Info.Types[y.Args[i]].Value == nil {
			return other
		}
	}
	return by
}

// same reports whether two arguments are written alike and mean the same: variables are the same
// ones, or parameters of the functions that hand them on. Literals print alike whatever they hold.
func (p *Reader) same(x, y ast.Expr) bool {
	if types.ExprString(x) != types.ExprString(y) {
		return false
	}
	a, ok := p.objects(x)
	b, _ := p.objects(y)
	return ok && slices.EqualFunc(a, b, func(v, w types.Object) bool {
		return v == w || p.isParam(v) && p.isParam(w)
	})
}

// objects returns what the names in an expression mean; ok is false where it holds a literal.
func (p *Reader) objects(e ast.Expr) (out []types.Object, ok bool) {
	ok = true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit, *ast.FuncLit:
			ok = false
		case *ast.Ident:
			out = append(out, p.Info.ObjectOf(n))
		}
		return ok
	})
	return out, ok
}

func (p *Reader) isParam(o types.Object) bool {
	v, ok := o.(*types.Var)
	return ok && p.Index.Params[v].Func != nil
}

// argument returns the claim that nobody reads and that a function of this package, which signs,
// sets to its parameter i; "" for none.
func (p *Reader) argument(signs []*calls.Call, callee types.Object, i int) string {
	fn, _ := callee.(*types.Func)
	d := p.Index.Decls[fn]
	if d == nil {
		return ""
	}
	name := ""
	for _, s := range signs {
		if p.Index.FuncAt(s.Node.Pos()) == d {
			if name = p.unread(s, p.Index.Param(d, i)); name == "" {
				return ""
			}
		}
	}
	return name
}

// timed reports whether an expression is a duration or an instant.
func (p *Reader) timed(e ast.Expr) bool {
	n, ok := types.Unalias(p.Info.TypeOf(e)).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time"
}
