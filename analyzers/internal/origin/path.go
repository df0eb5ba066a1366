package origin

// This file names the ways by which callers reach a function, so that each is judged by itself:
//
//	func sign(sub string, ttl time.Duration, key []byte) string { ... }
//	sign(id, 15*time.Minute, accessKey)  // one path: ttl and key are those of this call
//	sign(id, 720*time.Hour, refreshKey)  // another

import (
	"go/ast"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Path is a set of calls in this package by which a value gets into the functions that it is used
// in, at most one call of each function. Equal paths are one pointer: the functions stand in the
// order of the source.
type Path struct {
	fn   ast.Node
	call *ast.CallExpr
	next *Path
}

// Paths makes the paths of one package.
type Paths struct {
	index *syntax.Index
	made  map[Path]*Path
}

// Calls returns the calls of a path.
func (p *Path) Calls() []*ast.CallExpr {
	var out []*ast.CallExpr
	for ; p != nil; p = p.next {
		out = append(out, p.call)
	}
	return out
}

// CallOf returns the call of a function on a path, nil for none.
func (p *Path) CallOf(fn ast.Node) *ast.CallExpr {
	for ; p != nil; p = p.next {
		if p.fn == fn {
			return p.call
		}
	}
	return nil
}

// with returns the path with a call of a function that it does not hold yet.
func (x *Paths) with(p *Path, fn ast.Node, call *ast.CallExpr) *Path {
	it := Path{fn, call, p}
	if p != nil && p.fn.Pos() < fn.Pos() {
		it = Path{p.fn, p.call, x.with(p.next, fn, call)}
	}
	if x.made[it] == nil {
		x.made[it] = &it
	}
	return x.made[it]
}

// without returns the path without the call of a function.
func (x *Paths) without(p *Path, fn ast.Node) *Path {
	switch {
	case p == nil:
		return nil
	case p.fn == fn:
		return p.next
	}
	return x.with(x.without(p.next, fn), p.fn, p.call)
}

// Enter returns the path of a value that a call of fn hands over, where outer is its path outside;
// ok is false where that leads through another call of fn.
func (x *Paths) Enter(fn ast.Node, call *ast.CallExpr, outer *Path) (inner *Path, ok bool) {
	switch outer.CallOf(fn) {
	case nil:
		return x.with(outer, fn, call), true
	case call:
		return outer, true
	}
	return nil, false
}

// Leave returns the path of a value that a call of fn returns, where inner is its path inside; ok
// is false where that leads through another call of fn.
func (x *Paths) Leave(fn ast.Node, call *ast.CallExpr, inner *Path) (outer *Path, ok bool) {
	switch inner.CallOf(fn) {
	case nil:
		return inner, true
	case call:
		return x.without(inner, fn), true
	}
	return nil, false
}

// Join returns the path of a value that is made of two; ok is false where they lead through
// different calls of one function, which no execution combines.
func (x *Paths) Join(p, q *Path) (joined *Path, ok bool) {
	joined = p
	for ; q != nil; q = q.next {
		if joined, ok = x.Enter(q.fn, q.call, joined); !ok {
			return nil, false
		}
	}
	return joined, true
}

// Outermost returns the call of a path that stands in no function of it: where the value is
// handed over first. It is nil for no path.
func (x *Paths) Outermost(p *Path) *ast.CallExpr {
	calls := p.Calls()
	for _, c := range calls {
		if p.CallOf(x.index.FuncAt(c.Pos())) == nil {
			return c
		}
	}
	return nil
}
