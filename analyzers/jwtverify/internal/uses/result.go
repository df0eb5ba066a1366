package uses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Reader tells what a package uses of the tokens that it reads.
type Reader struct{ calls.View }

// New returns the reader of a package.
func New(p *calls.Package) *Reader { return &Reader{p.View} }

// Result is what a call that reads a token gives: the token as a Go value, and its claims.
type Result struct {
	*calls.Call
	pkg   *Reader
	nodes map[ast.Node]bool // where it is born
	types []types.Type      // what it is, as far as reads of it are looked for
}

// Result returns what a call that verifies or decodes a token gives.
func (p *Reader) Result(c *calls.Call) *Result {
	res := &Result{Call: c, pkg: p, nodes: map[ast.Node]bool{c.Node: true}}
	if e, ok := c.Node.(ast.Expr); ok {
		res.typed(p.Info.TypeOf(e))
	}
	for _, e := range c.Args(model.Claims) {
		for _, o := range p.Origin.Trace(e).Origins {
			if o.At != nil && o.Kind == origin.Object {
				res.nodes[o.At] = true
			}
		}
		res.typed(p.Info.TypeOf(e))
	}
	res.decoded()
	return res
}

// decoded adds what the claims, or their bytes, are decoded into.
func (res *Result) decoded() {
	p := res.pkg
	for _, c := range p.Index.Calls {
		sig := model.Of(p.Index.Callee(c), "")
		if sig == nil || sig.Verb != model.Fill && (sig.Verb != model.Pass || sig.Index(model.Filled) < 0) {
			continue
		}
		from := []ast.Expr{c.Fun} // a token whose method it is
		for i, a := range c.Args {
			if sig.Arg(i) != model.Filled {
				from = append(from, a)
			}
		}
		for _, a := range from {
			sel, ok := selected(a)
			if !ok || !res.MayHaveType(p.Info.TypeOf(sel.X)) || !res.MayBe(sel.X) {
				continue
			}
			for _, e := range syntax.Args(c, sig, model.Filled) {
				for _, o := range p.Origin.Trace(e).Origins {
					if o.At != nil {
						res.nodes[o.At] = true
					}
				}
				res.typed(p.Info.TypeOf(e))
			}
		}
	}
}

// selected returns x.f where an expression is x.f() or x.f.
func selected(e ast.Expr) (*ast.SelectorExpr, bool) {
	e = ast.Unparen(e)
	if c, ok := e.(*ast.CallExpr); ok && len(c.Args) == 0 {
		e = ast.Unparen(c.Fun)
	}
	sel, ok := e.(*ast.SelectorExpr)
	return sel, ok
}

// typed notes the types of a value, and of the claims in it.
func (res *Result) typed(t types.Type) {
	if tuple, ok := t.(*types.Tuple); ok {
		for v := range tuple.Variables() {
			res.typed(v.Type())
		}
		return
	}
	if t == nil || typing.IsError(t) || slices.ContainsFunc(res.types, func(u types.Type) bool { return types.Identical(t, u) }) {
		return
	}
	res.types = append(res.types, t)
}

// MayBe reports whether an expression can be the token or its claims.
func (res *Result) MayBe(e ast.Expr) bool {
	e = res.pkg.whole(e)
	t := res.pkg.Info.TypeOf(e)
	if t == nil || typing.IsError(t) {
		return false
	}
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsBoolean != 0 {
		return false // whether there is one
	}
	return slices.ContainsFunc(res.pkg.Origin.Trace(e).Origins, func(o origin.Origin) bool { return o.At != nil && res.nodes[o.At] })
}

// whole returns the struct around an embedded one.
func (p *Reader) whole(e ast.Expr) ast.Expr {
	for {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok || p.Info.Selections[sel] == nil {
			return e
		}
		if f, ok := p.Info.Selections[sel].Obj().(*types.Var); !ok || !f.Embedded() {
			return e
		}
		e = sel.X
	}
}

// MayHaveType reports whether a value of the type can be the token or its claims, so that it is worth a walk.
func (res *Result) MayHaveType(t types.Type) bool {
	if t == nil {
		return false
	}
	if obj := typing.TypeName(typing.Deref(t)); obj != nil && obj.Pkg() != nil && model.HandlesTokens(obj.Pkg().Path()) {
		return true
	}
	return slices.ContainsFunc(res.types, func(u types.Type) bool { return types.Identical(typing.Deref(t), typing.Deref(u)) })
}

// ChecksValid reports whether what decides is asked: the field that says whether a token is valid.
func (res *Result) ChecksValid() bool {
	p := res.pkg
	return slices.ContainsFunc(p.Index.Forward().Selectors, func(e *ast.SelectorExpr) bool {
		sel := p.Info.Selections[e]
		v, ok := sel.Obj().(*types.Var)
		if !ok {
			return false
		}
		sig := model.Of(v.Origin(), typing.OwnerName(sel))
		return sig != nil && sig.Result(0) == model.Valid && res.MayBe(e.X)
	})
}
