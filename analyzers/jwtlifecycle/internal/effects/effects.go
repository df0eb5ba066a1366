// Package effects answers what calling a function does beyond what it returns: it asks a store, it
// changes what a store keeps, or nobody knows. The rooms of jwtlifecycle ask it:
//
//	rdb.Del(ctx, "refresh:"+jti)          // Writes
//	users.FindByID(ctx, claims.Subject)   // Reads
//	jwt.Parse(raw, keyfunc)               // None
//	audit.Handle(ctx, event)              // Unknown
package effects

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Effect is what a call does.
type Effect uint8

// Effects, the least first.
const (
	None Effect = iota
	Reads
	Unknown
	Writes
)

// Harmless is the fact about a function that changes nothing which others can see; it may ask for
// something.
type Harmless struct{ Reads bool }

// AFact marks the type as a fact.
func (*Harmless) AFact() {}

// Reader finds the effects of the calls of a package.
type Reader struct {
	calls.View
	pass   *analysis.Pass
	inside map[ast.Node][]*ast.CallExpr // the calls in a function
	own    map[ast.Node]does            // what those do
	writes map[ast.Node]bool            // functions that write to a map which outlives them
}

// New returns the reader of a package for an analyzer with the fact [Harmless].
func New(pass *analysis.Pass, p *calls.Package) *Reader {
	r := &Reader{
		p.View, pass, map[ast.Node][]*ast.CallExpr{}, map[ast.Node]does{}, map[ast.Node]bool{},
	}
	for _, s := range p.Index.Stores { // m[key] = value
		obj := p.Index.Used(s.Base)
		if s.Key == nil || obj == nil || !typing.IsMap(obj.Type()) || !outlives(obj) {
			continue
		}
		for fn := p.Index.FuncAt(s.Base.Pos()); fn != nil; fn = p.Index.FuncAt(fn.Pos() - 1) {
			r.writes[fn] = true
		}
	}
	return r
}

// Export says of the functions of the package that they are harmless, where it handles tokens.
func (p *Reader) Export() {
	if !slices.ContainsFunc(p.Pkg.Imports(), func(i *types.Package) bool {
		return model.HandlesTokens(i.Path())
	}) {
		return
	}
	for fn, d := range p.Index.Decls {
		if e := p.Of(d); e <= Reads {
			p.pass.ExportObjectFact(fn, &Harmless{e == Reads})
		}
	}
}

// Of returns the greatest effect of what a function calls, and of what it writes itself.
func (p *Reader) Of(fn ast.Node) Effect {
	out, calls, _ := p.Known(fn)
	if len(calls) > 0 {
		out = max(out, Unknown)
	}
	return out
}

// Known is [Reader.Of] for what this package knows by itself: without the functions of other
// packages of the module, and the methods of its interfaces, that may do anything (calls). Those
// that change nothing are asks.
func (p *Reader) Known(fn ast.Node) (out Effect, calls, asks []*types.Func) {
	fns, all := p.reached(fn)
	if !all {
		out = Unknown
	}
	for _, fn := range fns {
		d, known := p.own[fn]
		if !known {
			d = p.look(fn)
			p.own[fn] = d
		}
		out = max(out, d.effect)
		calls, asks = append(calls, d.calls...), append(asks, d.asks...)
	}
	return out, calls, asks
}

// does is what the calls in one function do.
type does struct {
	effect      Effect
	calls, asks []*types.Func
}

// look looks at what one function does.
func (p *Reader) look(fn ast.Node) (out does) {
	for _, c := range p.callsIn(fn) {
		e := p.Call(c)
		if of := p.Elsewhere(c); of != nil && e == Unknown {
			out.calls = append(out.calls, of)
			continue
		} else if of != nil {
			out.asks = append(out.asks, of)
		}
		out.effect = max(out.effect, e)
	}
	if p.writes[fn] {
		out.effect = Writes
	}
	return out
}

// Elsewhere returns the function that a call calls of another package of the module, or of an
// interface of it, nil for others.
func (p *Reader) Elsewhere(c *ast.CallExpr) *types.Func {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil || p.Decl(c) != nil || !dependency.SameModule(p.pass, fn.Pkg().Path()) {
		return nil
	}
	return fn
}

// outlives reports whether a variable is a field or belongs to a package.
func outlives(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && (v.IsField() || v.Pkg() != nil && v.Parent() == v.Pkg().Scope())
}

// callsIn returns the calls in a function, those in literals inside it too.
func (p *Reader) callsIn(fn ast.Node) []*ast.CallExpr {
	if out, known := p.inside[fn]; known {
		return out
	}
	out := []*ast.CallExpr{}
	ast.Inspect(fn, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			out = append(out, c)
		}
		return true
	})
	p.inside[fn] = out
	return out
}

// reached returns a function and those of this package that it calls, at any distance; all is false
// where there are more.
func (p *Reader) reached(fn ast.Node) (out []ast.Node, all bool) {
	seen := map[ast.Node]bool{fn: true}
	out = []ast.Node{fn}
	for i := 0; i < len(out); i++ {
		for _, c := range p.callsIn(out[i]) {
			d := p.Decl(c)
			if d == nil || seen[d] {
				continue
			}
			if len(out) == most {
				return out, false
			}
			seen[d], out = true, append(out, d)
		}
	}
	return out, true
}

// Within returns the calls in a function, and in the functions of this package that it calls, at
// any distance.
func (p *Reader) Within(fn ast.Node) []*ast.CallExpr {
	var out []*ast.CallExpr
	fns, _ := p.reached(fn)
	for _, fn := range fns {
		out = append(out, p.callsIn(fn)...)
	}
	return out
}

// most is how many functions of the package are looked at for one.
const most = 64

// Decl returns the declaration of the function of this package that a call calls, nil for others.
func (p *Reader) Decl(c *ast.CallExpr) ast.Node {
	if fn, ok := p.Index.Callee(c).(*types.Func); ok && p.Index.Decls[fn] != nil {
		return p.Index.Decls[fn]
	}
	return nil
}
