package origin

// This file compares values by where they come from:
//
//	raw := c.Query("token")  // the call is a place
//	check(raw)               // NewSet of its trace
//	log.Print(raw)           // Has: the same value

import (
	"go/ast"
	"go/types"
)

// Set holds the places that values come from and the variables that they come through, to know
// whether two expressions can be one value.
type Set struct {
	places map[spot]bool
	vars   map[*types.Var]bool
}

// NewSet returns a set of the given traces.
func NewSet(traces ...Trace) Set {
	s := Set{map[spot]bool{}, map[*types.Var]bool{}}
	for _, tr := range traces {
		s.Add(tr)
	}
	return s
}

// spot is the place of an origin: where it is, the call of the helper that finds it there, and
// which part of a struct it is.
type spot struct {
	at, by ast.Node
	field  *types.Var
}

// Add adds what a value comes from and through: package variables, fields and parameters. Public
// keys, empty values and what another package returns are no places.
func (s Set) Add(tr Trace) {
	for _, o := range tr.Origins {
		switch {
		case o.Kind == Public || o.Kind == Nothing:
		case o.Param != nil:
			s.vars[o.Param] = true
		case o.At != nil && o.Via == nil:
			s.places[spot{o.At, o.By, o.Field}] = true
		}
	}
	for _, v := range tr.Through {
		if v.IsField() || v.Parent() != nil && v.Parent() == v.Pkg().Scope() {
			s.vars[v] = true
		}
	}
}

// AddNode adds the place of a node.
func (s Set) AddNode(n ast.Node) { s.places[spot{at: n}] = true }

// Has reports whether an origin is one of the places, or the value of one of the parameters.
func (s Set) Has(o Origin) bool {
	return o.At != nil && s.places[spot{o.At, o.By, o.Field}] || o.Param != nil && s.vars[o.Param]
}

// HasVar reports whether a variable is one that the values come through.
func (s Set) HasVar(v *types.Var) bool { return s.vars[v] }
