package origin

// This file turns origins into facts for other packages, and back:
//
//	package config
//	func Secret(def string) []byte { ... } // From[0]: Env, or argument 0
//
//	package main
//	key := config.Secret("dev")            // trace: Env or Const, Via config.Secret

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Summary is what one package says of a function, variable or field to those that import it:
// kinds and small numbers, never positions or text, so that no secret gets into a build cache.
type Summary struct {
	From []Atoms // a function's results; one for a variable or field
	Uses []Use   // what a parameter, variable or field is used as
}

// Atoms is the set of origins of one value.
type Atoms []Atom

// Atom is an [Origin] without its place.
type Atom struct {
	Kind     Kind
	Arg      int8  // Param: which argument of the call
	Size     int32 // length in bytes, -1 where it is not known
	Number   int64 // Const: the value of a number
	IsNum    bool  // Number is set
	Hashed   bool
	Checked  bool
	Reported bool
}

// Use says that a value reaches a modelled role.
type Use struct {
	Verb         model.Verb
	Role         model.Role
	Alg          model.Role // the algorithm, where one is known
	RejectsEmpty bool       // an empty value is refused before it gets there
}

// trace turns the atoms into origins at the node where this package uses via, an object of
// another package; arg returns the origin of an argument, and is nil for variables.
func (as Atoms) trace(at ast.Node, via types.Object, arg func(int) Trace) Trace {
	var out Trace
	for _, a := range as {
		if a.Kind == Param {
			if arg != nil {
				tr := arg(int(a.Arg))
				out.Add(tr.each(func(o *Origin) { o.Hashed = o.Hashed || a.Hashed }))
			}
			continue
		}
		o := Origin{
			Kind:     a.Kind,
			At:       at,
			Via:      via,
			Size:     int(a.Size),
			Hashed:   a.Hashed,
			Checked:  a.Checked,
			Reported: a.Reported,
		}
		if a.IsNum {
			o.Value = constant.MakeInt64(a.Number)
		}
		out.Add(one(o))
	}
	return out
}

// Results returns the origins of a result of a function declared in this package by its index.
// Parameters stay as they are, and what comes with an error is left out.
func (t *Tracer) Results(fn ast.Node, result int) Trace { return t.results(fn, result, nil) }

// Var returns the origins of a package variable or field of this package, wherever it is used.
func (t *Tracer) Var(v *types.Var) Trace {
	if v.IsField() {
		return t.once(v, 0, func() Trace { return ofEveryField(t, v) })
	}
	return t.once(v, 0, func() Trace { return ofGlobal(t, v) })
}
