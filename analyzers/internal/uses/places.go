package uses

// This file finds where a package may use claims of tokens, once for all tokens:
//
//	claims["role"], claims.Subject, token.Subject() // of is claims or token, node all of it
//	for k := range claims                           // and of alone where they are used as a whole
//	handle(claims)
//	session.Claims = claims
//	return claims

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// place is where a package may use claims of a token.
type place struct {
	of   ast.Expr      // the value that may be the token or its claims
	node ast.Expr      // what reads one of them, nil where all are used
	call *ast.CallExpr // the call that gets all, nil for none
	base ast.Expr      // what all are assigned to, nil for no assignment
}

// places are those of a package, in the order of [Result.Reads].
type places struct {
	all   []place
	types []*sameType
	group map[types.Type]*sameType
}

// sameType are the places whose values have one type.
type sameType struct {
	typ     types.Type
	numbers []int
	by      map[ast.Node][]int // the numbers by the origins of the values, nil before it is asked for
}

// placesOf returns the places of the package that use the token of a result or its claims.
func (p *Reader) placesOf(res *Result) []place {
	if p.places == nil {
		p.places = p.findPlaces()
	}
	var numbers []int
	for _, group := range p.places.types {
		if !res.MayHaveType(group.typ) {
			continue
		}
		by := group.origins(p)
		for n := range res.nodes {
			numbers = append(numbers, by[n]...)
		}
	}
	slices.Sort(numbers)
	var out []place
	for _, i := range slices.Compact(numbers) {
		at := p.places.all[i]
		if at.node != nil && p.isAssigned(at.node) || at.base != nil && res.MayBe(at.base) {
			continue
		}
		out = append(out, at)
	}
	return out
}

// origins returns the numbers of the places by the nodes that their values come from.
func (s *sameType) origins(p *Reader) map[ast.Node][]int {
	if s.by == nil {
		s.by = map[ast.Node][]int{}
		for _, i := range s.numbers {
			for _, n := range p.originsOf(p.places.all[i].of) {
				s.by[n] = append(s.by[n], i)
			}
		}
	}
	return s.by
}

// findPlaces is remembered by placesOf.
func (p *Reader) findPlaces() *places {
	out := &places{group: map[types.Type]*sameType{}}
	add := func(at place) {
		t := p.Info.TypeOf(at.of)
		if t == nil {
			return
		}
		group := out.group[t]
		if group == nil {
			group = &sameType{typ: t}
			out.group[t], out.types = group, append(out.types, group)
		}
		group.numbers = append(group.numbers, len(out.all))
		out.all = append(out.all, at)
	}
	x := p.Index.Forward()
	for _, e := range x.Indexes {
		add(place{of: e.X, node: e})
	}
	for _, e := range x.Selectors {
		add(place{of: e.X, node: e})
	}
	for _, s := range x.Ranges {
		add(place{of: s.X})
	}
	p.passed(add)
	p.returned(add)
	return out
}

// passed adds the expressions that pass what may be claims as a whole to code out of sight, or store
// it.
func (p *Reader) passed(add func(place)) {
	for _, c := range p.called() {
		if c.here { // whose own reads are found
			continue
		}
		for i, a := range c.Args {
			if !ignoresArg(c.sig, i) {
				add(place{of: a, call: c.CallExpr})
			}
		}
	}
	for _, s := range p.Index.Stores {
		if s.Value != nil {
			add(place{of: s.Value, base: s.Base})
		}
	}
}

// returned adds what exported functions return without an error or a bool that says whether it is
// valid, by position.
func (p *Reader) returned(add func(place)) {
	var out []ast.Expr
	for _, fn := range syntax.InOrder(p.Index, p.Index.Returns) {
		d, ok := fn.(*ast.FuncDecl)
		if !ok || !d.Name.IsExported() {
			continue
		}
		for _, r := range p.Index.Returns[fn] {
			if !slices.ContainsFunc(r.Results, func(e ast.Expr) bool {
				return typing.SaysFailure(p.Info.TypeOf(e))
			}) {
				out = append(out, r.Results...)
			}
		}
	}
	slices.SortFunc(out, func(a, b ast.Expr) int { return p.Index.Compare(a.Pos(), b.Pos()) })
	for _, e := range out {
		add(place{of: e})
	}
}
