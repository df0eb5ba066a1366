// Package origin says where a value comes from: a backward walk on typed syntax from an expression to the places where
// its value is born.
//
// The walk goes over locals, closures, package variables, struct fields, parameters (through their callers), results,
// conversions, concatenations and modelled helpers. Order of assignments is looked at within one function, on demand;
// between functions every assignment counts. What cannot be traced is [Unknown], never guessed.
package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Origin is one place where a value is born.
type Origin struct {
	Kind     Kind
	At       ast.Node       // the expression of this package that yields the value
	Via      types.Object   // the variable or function of another package that brings it, nil when it is born here
	Param    *types.Var     // Param: which
	Value    constant.Value // Const: the value where it is known
	Func     ast.Node       // Func: its *ast.FuncDecl or *ast.FuncLit where it is declared here
	Obj      types.Object   // Func: the declared function; Object: the modelled function or variable that made it
	Names    []string       // sources read by name: the names
	By       ast.Node       // what a helper reads or finds: its call, which says what
	Field    *types.Var     // which part of a struct that is filled as a whole, where that is seen
	Size     int            // length in bytes, -1 unknown
	Bits     int            // strength of a generated asymmetric key, 0 unknown
	Part     model.Role     // Request: the part of it that is read, where that matters
	Masked   bool           // something was taken out between birth and use
	Hashed   bool           // a digest stands between birth and use
	Checked  bool           // emptiness is an error at the source
	Reported bool           // reported where it is born
}

// same reports whether two origins are the same birth.
func (o Origin) same(p Origin) bool {
	return o.Kind == p.Kind && o.At == p.At && o.Via == p.Via && o.Param == p.Param && o.By == p.By && o.Field == p.Field
}

// Read returns the expression that a person would call the read of a source.
func (o Origin) Read() ast.Node {
	if o.By != nil {
		return o.By
	}
	return o.At
}

// Trace is the result of a walk.
type Trace struct {
	Origins []Origin
	Through []*types.Var // parameters, fields and package variables on the way, nearest to the use first
}

func one(o Origin) Trace { return Trace{Origins: []Origin{o}} }

func unknown(at ast.Node) Trace { return one(Origin{Kind: Unknown, At: at, Size: -1}) }

// Add merges u into t: the value is one of both.
func (t *Trace) Add(u Trace) {
	if min(len(t.Origins), len(u.Origins)) > Few {
		t.union(u)
	} else {
		for _, o := range u.Origins {
			if !slices.ContainsFunc(t.Origins, o.same) {
				t.Origins = append(t.Origins, o)
			}
		}
	}
	t.thin()
	t.through(u.Through...)
}

// thin leaves out most births of which nothing is known, or that are empty, where there are many: an interface that hundreds
// of types of a generated client implement gives every value thousands of them, and they all say the same.
func (t *Trace) thin() {
	if len(t.Origins) <= many {
		return
	}
	var n [Unknown + 1]int
	t.Origins = slices.DeleteFunc(slices.Clone(t.Origins), func(o Origin) bool {
		n[o.Kind]++
		return (o.Kind == Unknown || o.Kind == Nothing) && n[o.Kind] > Few
	})
}

// Up to few births, and many pairs of them, are looked at one by one. Values that a whole package passes around, such as
// an index, can have thousands of births.
const (
	Few  = 16
	many = 256
)

// identity is what [Origin.same] compares.
type identity struct {
	kind       Kind
	at, by     ast.Node
	field      *types.Var
	via, param any
}

// union is Add for many births.
func (t *Trace) union(u Trace) {
	seen := make(map[identity]bool, len(t.Origins)+len(u.Origins))
	id := func(o Origin) identity { return identity{o.Kind, o.At, o.By, o.Field, o.Via, o.Param} }
	for _, o := range t.Origins {
		seen[id(o)] = true
	}
	for _, o := range u.Origins {
		if !seen[id(o)] {
			seen[id(o)] = true
			t.Origins = append(t.Origins, o)
		}
	}
}

func (t *Trace) through(vars ...*types.Var) {
	for _, v := range vars {
		if !slices.Contains(t.Through, v) {
			t.Through = append(t.Through, v)
		}
	}
}

// join is the origin of a value made of both t and u: the better secret of the two decides, so that a constant prefix
// before an environment variable is no constant. Two parameters, or a parameter and something guessable, tell nothing.
func join(t, u Trace) Trace {
	var out Trace
	if len(t.Origins)*len(u.Origins) > many { // which kinds meet is all that counts, texts and lengths are given up
		for _, part := range [2][2]Trace{{t, u.kinds()}, {t.kinds(), u}} {
			var half Trace
			for _, a := range part[0].Origins {
				for _, b := range part[1].Origins {
					o := meet(a, b)
					o.Value, o.Size = nil, -1
					half.Origins = append(half.Origins, o)
				}
			}
			out.union(half)
		}
		out.through(slices.Concat(t.Through, u.Through)...)
		return out
	}
	for _, a := range t.Origins {
		for _, b := range u.Origins {
			o, from := meet(a, b), t
			if b.Kind > a.Kind {
				from = u
			}
			out.Add(one(o))
			if o.Kind != Unknown {
				out.through(from.Through...)
			}
		}
	}
	return out
}

// kinds returns the trace with one birth of each kind.
func (t Trace) kinds() Trace {
	var out Trace
	for _, o := range t.Origins {
		if !out.Has(o.Kind) {
			out.Origins = append(out.Origins, o)
		}
	}
	return out
}

// meet is the birth of a value made of both a and b.
func meet(a, b Origin) Origin {
	o := a
	if b.Kind > a.Kind {
		o = b
	}
	if other := min(a.Kind, b.Kind); o.Kind == Param && other != Const && other != Nothing {
		o.Kind, o.Param = Unknown, nil
		if other.External() || other == Random {
			o = better(a, b)
		}
	}
	o.Value = concat(a, b)
	o.Size = -1
	if a.Size >= 0 && b.Size >= 0 {
		o.Size = a.Size + b.Size
	}
	return o
}

// better returns the one of two origins that is no parameter.
func better(a, b Origin) Origin {
	if a.Kind == Param {
		return b
	}
	return a
}

func concat(a, b Origin) constant.Value {
	if a.Value == nil || b.Value == nil || a.Value.Kind() != constant.String || b.Value.Kind() != constant.String {
		return nil
	}
	return constant.BinaryOp(a.Value, token.ADD, b.Value)
}

// each returns the trace with f applied to every birth.
func (t Trace) each(f func(*Origin)) Trace {
	out := Trace{Origins: slices.Clone(t.Origins), Through: t.Through}
	for i := range out.Origins {
		f(&out.Origins[i])
	}
	return out
}

// Has reports whether some birth is of one of the kinds.
func (t Trace) Has(kinds ...Kind) bool {
	return slices.ContainsFunc(t.Origins, func(o Origin) bool { return slices.Contains(kinds, o.Kind) })
}

// Only reports whether there are births and all of them are of the kinds.
func (t Trace) Only(kinds ...Kind) bool {
	return len(t.Origins) > 0 && !slices.ContainsFunc(t.Origins, func(o Origin) bool { return !slices.Contains(kinds, o.Kind) })
}

// ComesFrom reports whether the value can come from a node of this package: the literal, call or declaration that makes it.
func (t Trace) ComesFrom(n ast.Node) bool {
	return n != nil && slices.ContainsFunc(t.Origins, func(o Origin) bool { return o.At == n })
}

// Meets reports whether two values can come from one node of this package.
func (t Trace) Meets(u Trace) bool {
	return slices.ContainsFunc(t.Origins, func(o Origin) bool { return u.ComesFrom(o.At) })
}
