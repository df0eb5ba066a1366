package quantity

// This file evaluates calls that have to do with time:
//
//	time.Now().AddDate(0, 1, 0)      // modelled: 30 days from now
//	jwt.NumericDate{Time: t}         // wrapped: t
//	time.Duration(cfg.Minutes)       // convert: a duration without a unit
//	lifetime()                       // call: what the function returns

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// wrapped returns the instant in a literal of a struct with one field.
func (w *Reader) wrapped(e *ast.CompositeLit) []Value {
	if len(e.Elts) != 1 {
		return nil
	}
	el := e.Elts[0]
	if kv, ok := el.(*ast.KeyValueExpr); ok {
		el = kv.Value
	}
	isNone := func(q Value) bool { return q.Unit != model.Instant }
	return slices.DeleteFunc(slices.Clone(w.eval(el)), isNone)
}

// call returns the quantities that a call can return.
func (w *Reader) call(e *ast.CallExpr) []Value {
	if w.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
		return w.convert(e)
	}
	if sig, _ := w.index.Row(e); sig != nil {
		return w.modelled(e, sig)
	}
	fn, d := w.callee(e)
	if fn == nil {
		return nil
	}
	if d != nil {
		returns := w.origin.Failures.ReturnsOf(d, e)
		node := returned{d, len(returns)} // with or without those that come with an error
		if out, again := w.walk.Once(node, func() []Value {
			return distinct(w.of(returns))
		}); !again {
			return w.handed(e, d, out)
		}
	}
	return w.carried(e)
}

// returned stands for some of the returns of a function.
type returned struct {
	fn ast.Node
	n  int
}

// of returns the quantities that statements return first.
func (w *Reader) of(returns []*ast.ReturnStmt) []Value {
	var out []Value
	for _, r := range returns {
		if len(r.Results) > 0 {
			out = append(out, w.eval(r.Results[0])...)
		}
	}
	return out
}

// handed returns those of the values that a function returns which this call of it can get: what
// other callers hand over, they get back.
func (w *Reader) handed(e *ast.CallExpr, d *ast.FuncDecl, values []Value) []Value {
	var out []Value
	for _, q := range values {
		if path, ok := w.origin.Paths.Leave(d, e, q.Path); ok {
			q.Path = path
			out = append(out, q)
		}
	}
	return out
}

// callee returns the function that a call names, and its declaration where it is of this package.
func (w *Reader) callee(e *ast.CallExpr) (*types.Func, *ast.FuncDecl) {
	_, obj := w.index.Row(e)
	fn, _ := obj.(*types.Func)
	if fn == nil {
		return nil, nil
	}
	return fn, w.index.Decls[fn]
}

// convert returns the quantities of a conversion. A number that becomes a duration counts
// nanoseconds, which is seldom meant; a duration that becomes a number is a number of
// nanoseconds.
func (w *Reader) convert(e *ast.CallExpr) []Value {
	to := unitOf(w.info.TypeOf(e))
	var out []Value
	for _, q := range w.operand(e.Args[0]) {
		switch {
		case q.FromNow:
		case to == model.Duration && q.Unit != model.Duration:
			q.Unit, q.NoUnit = model.Duration, true
		case to != model.Duration && q.Unit == model.Duration:
			q.Unit = model.Nanos
		}
		out = append(out, q)
	}
	return out
}

// modelled returns the quantities of a call that the model knows: it reads the clock, moves an
// instant or gives it a unit.
func (w *Reader) modelled(e *ast.CallExpr, sig *model.Sig) []Value {
	if sig.Verb != model.Time {
		return w.carried(e)
	}
	to := sig.Result(0)
	if to == model.Clock {
		return []Value{{Unit: model.Instant, FromNow: true, Known: true, At: e, Clock: e}}
	}
	var in []Value
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Method {
		in = w.eval(sel.X)
	} else if len(e.Args) > 0 {
		in = w.eval(e.Args[0])
	}
	for i, a := range e.Args {
		switch r := sig.Arg(i); r {
		case model.Duration, model.Days, model.Months, model.Years:
			if sig.Method {
				in = w.shifted(in, w.operand(a), units[r])
			}
		}
	}
	var out []Value
	for _, q := range in {
		if q.FromNow || q.Unit == model.Instant {
			q.Unit = to
		} else if q.Unit == model.Duration && units[to] > 0 {
			q.Amount /= units[to]
			q.Scale /= units[to]
			q.Unit = to
		}
		out = append(out, q)
	}
	return out
}
