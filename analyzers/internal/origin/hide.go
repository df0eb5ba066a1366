package origin

// This file knows what leaves only a piece of a value:
//
//	key[:4] + "..."                        // hides: masked
//	key[len(key)-4:]                       // so is its end
//	h[7:], line[:len(line)-1]              // neither: a prefix, the end of a line
//	id, key, ok := strings.Cut(text, ":")  // two pieces of one text

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Piece is a piece of a text: the call that splits it, and which of the pieces it is.
type Piece struct {
	Of    *ast.CallExpr
	Index int // from 0; [AnyPiece] where it is not known
}

// Which piece it is, where that is no number.
const (
	AnyPiece  = -1
	somePiece = -2 // see [Set.Add]
)

// IsPart reports whether a value is a piece of a text, not all of it.
func (p Piece) IsPart() bool { return p.Of != nil }

// meets reports whether two values of one text can be the same piece of it, or both are all of it.
func (p Piece) meets(q Piece) bool {
	return p == q || p.Of == q.Of && (p.Index == AnyPiece || q.Index == AnyPiece)
}

// and returns which piece a value made of two of them is: all of the text where one is, and of two
// pieces the one behind, which the name or scheme before it is less secret than.
func (p Piece) and(q Piece) Piece {
	switch {
	case !p.IsPart() || !q.IsPart():
		return Piece{}
	case q.Index > p.Index:
		return q
	}
	return p
}

// piecesOf gives the trace of a text to the results of a call that splits it.
func (t Trace) piecesOf(e *ast.CallExpr, role model.Role) Trace {
	return t.Each(func(o *Origin) {
		switch role {
		case model.Before:
			o.cutTo(Piece{e, 0})
		case model.After:
			o.cutTo(Piece{e, 1})
		case model.Parts:
			o.Split = e
		}
	})
}

// cutTo makes o the origin of one of its pieces. One of several that is there is no empty text.
func (o *Origin) cutTo(p Piece) {
	o.Piece, o.Split = p, nil
	o.Value, o.Size = nil, -1
	o.Checked = o.Checked || p.Index >= 0
}

// handOn returns the trace of what a parameter is given, as it is after all that happens to the
// parameter.
func (o *Origin) handOn(given Trace) Trace {
	if !o.Hashed && !o.Joined && !o.Masked && !o.Piece.IsPart() && o.Split == nil {
		return given
	}
	return given.Each(func(a *Origin) {
		if o.Piece.IsPart() {
			a.cutTo(o.Piece)
		}
		if o.Split != nil {
			a.Split = o.Split
		}
		if o.Hashed || o.Masked {
			a.Value = nil
		}
		a.Hashed, a.Masked = a.Hashed || o.Hashed, a.Masked || o.Masked
		a.Joined = a.Joined || o.Joined
	})
}

// hides reports whether x[i:j] is too little of a text to be used for it: it ends before the text
// does, or begins at a distance from its end. The end of a line or a quote is not missed.
func hides(t *Tracer, e *ast.SliceExpr) bool {
	if e.High != nil {
		b, ok := ast.Unparen(e.High).(*ast.BinaryExpr)
		if !ok || b.Op != token.SUB || !isLength(t, b.X, map[ast.Expr]bool{}) {
			return true
		}
		if n := t.Integer(b.Y); n < 0 || n > 2 {
			return true
		}
	}
	return e.Low != nil && fromEnd(t, e.Low, map[ast.Expr]bool{})
}

// fromEnd reports whether an index is counted from the end of a text: len(s)-4.
func fromEnd(t *Tracer, e ast.Expr, seen map[ast.Expr]bool) bool {
	e = ast.Unparen(e)
	if seen[e] {
		return false
	}
	seen[e] = true
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return e.Op == token.SUB && isLength(t, e.X, seen)
	case *ast.CallExpr: // max(0, len(s)-4)
		return slices.ContainsFunc(e.Args, func(a ast.Expr) bool { return fromEnd(t, a, seen) })
	case *ast.Ident:
		return slices.ContainsFunc(t.Definitions(e), func(d ast.Expr) bool {
			return fromEnd(t, d, seen)
		})
	}
	return false
}

// isLength reports whether an expression is len(s), or a variable that holds it. Lengths of
// constants are none: they are known.
func isLength(t *Tracer, e ast.Expr, seen map[ast.Expr]bool) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		id, ok := ast.Unparen(e.Fun).(*ast.Ident)
		return ok && id.Name == "len" && t.info.Types[e.Fun].IsBuiltin() &&
			t.info.Types[e].Value == nil
	case *ast.Ident:
		if seen[e] {
			return false
		}
		seen[e] = true
		return slices.ContainsFunc(t.Definitions(e), func(d ast.Expr) bool {
			return isLength(t, d, seen)
		})
	}
	return false
}
