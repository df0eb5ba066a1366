// Package origin answers where a value comes from: a backward walk on typed syntax from an
// expression to its sources.
//
//	func secret() []byte {
//		if s := os.Getenv("JWT_SECRET"); s != "" {
//			return []byte(s)            // an Env origin, named JWT_SECRET
//		}
//		return []byte("dev")            // a Const origin, 3 bytes
//	}
//	token.SignedString(secret())        // Trace of the argument: both
//
// The walk goes over locals, closures, package variables, struct fields, parameters (through
// their callers), results, conversions, concatenations and modelled helpers. The order of
// assignments counts within one function, on demand; between functions every assignment counts.
// What cannot be traced is [Unknown], never guessed.
package origin

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Origin is one source of a value: what it is and where it stands in this package.
type Origin struct {
	Kind     Kind
	At       ast.Node       // the expression of this package that makes or reads the value
	Via      types.Object   // the object of another package that returns it, nil for a source here
	Param    *types.Var     // Param: which one
	Value    constant.Value // Const: the value where it is known
	Func     ast.Node       // Func: its *ast.FuncDecl or *ast.FuncLit where it is declared here
	Obj      types.Object   // Func: the declared function; Object: the modelled object that made it
	Names    []string       // sources read by name: the names
	By       ast.Node       // what a helper reads or finds: its call, which says what
	Field    *types.Var     // which part of a struct that is filled as a whole, where that is seen
	Result   int            // Unknown: which result of a call at At, or -1-i for its argument i
	Piece    Piece          // which piece of a text it is, the zero value for all of it
	Split    *ast.CallExpr  // makes it the list of its pieces, nil where it is no list
	Size     int            // length in bytes, -1 where it is not known
	Bits     int            // size of a generated asymmetric key in bits, 0 where it is not known
	Part     model.Role     // Request: the part of it that is read, where that matters
	Masked   bool           // something was taken out between source and use
	Hashed   bool           // a digest stands between source and use
	Joined   bool           // something else is a part of the value, too
	Checked  bool           // an empty value is an error at the source
	Reported bool           // reported where its source is
	More     bool           // Unknown: stands for more than [most] origins, see [Trace.Crowd]
	Place    *Place         // of the source in the package that Via belongs to, nil for none
}

// same reports whether two origins are the same source, whatever happens to the value after it.
func (o *Origin) same(p *Origin) bool {
	return o.At == p.At && o.Kind == p.Kind && o.By == p.By && o.Param == p.Param && o.Via == p.Via &&
		o.Result == p.Result && o.Field == p.Field && o.Piece == p.Piece && o.More == p.More
}

// Read returns the expression that a reader would call the read of the source: the call of a
// helper, getenv("JWT_SECRET"), rather than the os.Getenv inside it.
func (o *Origin) Read() ast.Node {
	if o.By != nil {
		return o.By
	}
	return o.At
}

// Trace is the result of a walk: all sources that the value can have.
type Trace struct {
	// Shared with other traces: what is written is a copy ([Trace.Each]), never an origin itself.
	Origins []*Origin
	// parameters, fields and package variables between, nearest to the use first
	Through []*types.Var
}

// one is the trace of a value with one source.
func one(o Origin) Trace { return Trace{Origins: []*Origin{&o}} }

// unknown is the trace of a value that cannot be followed beyond a node.
func unknown(at ast.Node) Trace { return one(Origin{Kind: Unknown, At: at, Size: -1}) }

// through adds variables that the value comes through, up to most.
func (t *Trace) through(vars ...*types.Var) {
	for _, v := range vars {
		if len(t.Through) < most && !slices.Contains(t.Through, v) {
			t.Through = append(t.Through, v)
		}
	}
}

// Each returns the trace with f applied to a copy of every origin.
func (t Trace) Each(f func(*Origin)) Trace {
	out := Trace{Origins: make([]*Origin, len(t.Origins)), Through: t.Through}
	copies := make([]Origin, len(t.Origins))
	for i, o := range t.Origins {
		copies[i] = *o
		f(&copies[i])
		out.Origins[i] = &copies[i]
	}
	return out
}

// Has reports whether an origin is of one of the kinds.
func (t Trace) Has(kinds ...Kind) bool {
	for i := range t.Origins {
		if slices.Contains(kinds, t.Origins[i].Kind) {
			return true
		}
	}
	return false
}

// Only reports whether there are origins and all of them are of the kinds.
func (t Trace) Only(kinds ...Kind) bool {
	for i := range t.Origins {
		if !slices.Contains(kinds, t.Origins[i].Kind) {
			return false
		}
	}
	return len(t.Origins) > 0
}

// Pos returns the position of the first origin that has one, 0 for none.
func (t Trace) Pos() token.Pos {
	for _, o := range t.Origins {
		if o.At != nil {
			return o.At.Pos()
		}
	}
	return 0
}

// ComesFrom reports whether the value can come from a node of this package: the literal, call or
// declaration that makes it.
func (t Trace) ComesFrom(n ast.Node) bool {
	return n != nil && slices.ContainsFunc(t.Origins, func(o *Origin) bool { return o.At == n })
}

// Meets reports whether two values can come from one node of this package.
func (t Trace) Meets(u Trace) bool {
	return slices.ContainsFunc(t.Origins, func(o *Origin) bool {
		return o.At != nil && slices.ContainsFunc(u.Origins, func(p *Origin) bool {
			return o.At == p.At && o.Piece.meets(p.Piece)
		})
	})
}
