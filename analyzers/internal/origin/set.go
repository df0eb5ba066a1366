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
	nodes  map[ast.Node]bool
	vars   map[*types.Var]bool
}

// NewSet returns a set of the given traces.
func NewSet(traces ...Trace) Set {
	s := Set{map[spot]bool{}, map[ast.Node]bool{}, map[*types.Var]bool{}}
	for _, tr := range traces {
		s.Add(tr)
	}
	return s
}

// spot is the place of an origin: where it is, the call of the helper that finds it there, and
// which part of a struct, result of a call or piece of a text it is; or the parameter.
type spot struct {
	at, by ast.Node
	field  *types.Var
	result int
	param  *types.Var
	piece  Piece
}

// spotOf returns the place of an origin as a piece of a text, the zero value for all of the text.
func spotOf(o *Origin, p Piece) spot {
	if o.Param != nil {
		return spot{param: o.Param, piece: p}
	}
	return spot{o.At, o.By, o.Field, o.Result, nil, p}
}

// Add adds what a value comes from and through: package variables, fields and parameters. Public
// keys, empty values and what another package returns are no places. Of a piece of a text, the text
// as a whole is a place, too, but no other piece.
func (s Set) Add(tr Trace) {
	for _, o := range tr.Origins {
		switch {
		case o.Kind == Public || o.Kind == Nothing:
		case o.Param != nil:
			s.vars[o.Param] = true
			s.addPlace(o)
		case o.At != nil && o.Via == nil:
			s.addPlace(o)
		}
	}
	for _, v := range tr.Through {
		if v.IsField() || v.Parent() != nil && v.Parent() == v.Pkg().Scope() {
			s.vars[v] = true
		}
	}
}

func (s Set) addPlace(o *Origin) {
	s.places[spotOf(o, Piece{})] = true
	if o.Piece.IsPart() {
		s.places[spotOf(o, o.Piece)] = true
		s.places[spotOf(o, Piece{o.Piece.Of, somePiece})] = true
	}
}

// AddNode adds the place of a node.
func (s Set) AddNode(n ast.Node) { s.nodes[n] = true }

// Has reports whether an origin is one of the places, or the value of one of the parameters.
func (s Set) Has(o *Origin) bool {
	if o.Param == nil && o.At == nil {
		return false
	}
	whole := o.At != nil && s.nodes[o.At]
	switch {
	case !o.Piece.IsPart():
		return whole || s.places[spotOf(o, Piece{})]
	case o.Piece.Index == AnyPiece:
		return whole || s.places[spotOf(o, Piece{o.Piece.Of, somePiece})]
	}
	return whole || s.places[spotOf(o, o.Piece)] ||
		s.places[spotOf(o, Piece{o.Piece.Of, AnyPiece})]
}

// HasVar reports whether a variable is one that the values come through.
func (s Set) HasVar(v *types.Var) bool { return s.vars[v] }
