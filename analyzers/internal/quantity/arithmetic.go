package quantity

// This file does arithmetic on quantities:
//
//	time.Now().Unix() + 3600       // a number takes the unit that it is added to
//	time.Now().UnixNano() / 1e6    // division of an instant changes its unit
//	days * 24 * time.Hour          // a number times a duration is a duration

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// binary combines each value of x with each value of y.
func (w *Reader) binary(e *ast.BinaryExpr) []Value {
	var out []Value
	for _, x := range w.operand(e.X) {
		for _, y := range w.operand(e.Y) {
			path, agree := w.origin.Paths.Join(x.Path, y.Path)
			if q, ok := combine(x, y, e.Op); ok && agree {
				q.Path = path
				out = append(out, q)
			}
		}
	}
	return out
}

// operand is eval, with an unknown number for what eval does not know.
func (w *Reader) operand(e ast.Expr) []Value {
	if qs := w.eval(e); len(qs) > 0 {
		return qs
	}
	return []Value{{Unit: unitOf(w.info.TypeOf(e)), At: e}}
}

// combine returns x op y, and false where that means nothing, as the sum of two instants does.
func combine(x, y Value, op token.Token) (Value, bool) {
	known := x.Known && y.Known
	switch {
	case x.FromNow && y.FromNow:
		return Value{}, false
	case y.FromNow && op == token.ADD:
		return combine(y, x, op)
	case x.FromNow && (op == token.ADD || op == token.SUB):
		scale := units[x.Unit]
		if op == token.SUB {
			scale = -scale
		}
		// a number is of the unit that it is added to, whatever it was before
		x.Amount += y.Amount * scale
		x.Known = known
		x.Param, x.Scale = sum(x, y, scale)
		if y.At != nil && y.Amount != 0 || !y.Known {
			x.At, x.Via = y.At, y.Via
		}
		return x, scale != 0
	case x.FromNow && op == token.QUO && y.Known:
		for unit, n := range units {
			if n == units[x.Unit]*y.Amount &&
				(unit == model.Seconds || unit == model.Millis || unit == model.Micros) {
				x.Unit = unit
				return x, true
			}
		}
		return Value{}, false
	case x.FromNow && op == token.MUL && y.Known:
		for unit, n := range units {
			if n*y.Amount == units[x.Unit] &&
				(unit == model.Nanos || unit == model.Millis || unit == model.Micros) {
				x.Unit = unit
				return x, true
			}
		}
		return Value{}, false
	}
	return plain(x, y, op, known)
}

// plain is combine for numbers and durations. The place of the result is that of the operand
// which says how much, not of the one which says of what: 15 in 15 * time.Minute.
func plain(x, y Value, op token.Token, known bool) (Value, bool) {
	q := x
	if y.Unit == model.Duration || x.Unit == model.None {
		q.Unit = y.Unit
	}
	q.Known, q.NoUnit = known, false
	q.Param, q.Scale = nil, 0
	if x.Known && !y.Known ||
		y.Known && y.Unit == model.None && x.Unit == model.None && op != token.MUL {
		q.At = x.At
	}
	switch op {
	case token.ADD:
		q.Amount = x.Amount + y.Amount
		q.Param, q.Scale = sum(x, y, 1)
	case token.SUB:
		q.Amount = x.Amount - y.Amount
		q.Param, q.Scale = sum(x, y, -1)
	case token.MUL:
		q.Amount = x.Amount * y.Amount
		if y.Known {
			q.Param, q.Scale = x.Param, x.Scale*y.Amount
		} else if x.Known {
			q.Param, q.Scale = y.Param, y.Scale*x.Amount
		}
		if y.Unit == model.None || !y.NoUnit && x.NoUnit {
			q.At = x.At
		}
	case token.QUO:
		if y.Amount == 0 {
			return Value{}, false
		}
		q.Amount = x.Amount / y.Amount
		q.Param, q.Scale = x.Param, x.Scale/y.Amount
		if x.Unit == y.Unit {
			q.Unit = model.None
		}
	default:
		return Value{}, false
	}
	return q, true
}

// sum returns the parameter in the sum of x and a multiple of y, nil where both or none have one.
func sum(x, y Value, times float64) (*types.Var, float64) {
	switch {
	case y.Param == nil:
		return x.Param, x.Scale
	case x.Param == nil:
		return y.Param, y.Scale * times
	}
	return nil, 0
}

// shifted returns the instants moved by each of several numbers of a unit, of which each is that
// many nanoseconds long.
func (w *Reader) shifted(instants, spans []Value, unit float64) []Value {
	var out []Value
	for _, q := range instants {
		for _, s := range spans {
			path, agree := w.origin.Paths.Join(q.Path, s.Path)
			if !agree {
				continue
			}
			at := q
			at.Path = path
			if s.Amount != 0 || !s.Known {
				at.Amount += s.Amount * unit
				at.Known = q.Known && s.Known
				at.Param, at.Scale = sum(q, s, unit)
				at.At, at.Via, at.NoUnit = s.At, s.Via, s.NoUnit
			}
			out = append(out, at)
		}
	}
	return distinct(out)
}
