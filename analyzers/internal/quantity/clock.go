package quantity

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// wrapped is a date as a literal of a struct with one time inside.
func (w *evaluator) wrapped(e *ast.CompositeLit) []Value {
	if len(e.Elts) != 1 {
		return nil
	}
	el := e.Elts[0]
	if kv, ok := el.(*ast.KeyValueExpr); ok {
		el = kv.Value
	}
	return slices.DeleteFunc(w.eval(el), func(q Value) bool { return q.Unit != model.Instant })
}

func (w *evaluator) call(e *ast.CallExpr) []Value {
	if w.info.Types[e.Fun].IsType() && len(e.Args) == 1 {
		return w.convert(e)
	}
	if sig, _ := w.index.Row(e); sig != nil {
		return w.modelled(e, sig)
	}
	var out []Value
	if fn, d := w.callee(e); d != nil && !w.seen[d] {
		w.seen[d] = true
		for _, r := range w.index.Returns[d] {
			if len(r.Results) > 0 {
				out = append(out, w.eval(r.Results[0])...)
			}
		}
		delete(w.seen, d)
	} else if fn != nil {
		out = append(out, w.carried(e)...)
	}
	return out
}

func (w *evaluator) callee(e *ast.CallExpr) (*types.Func, *ast.FuncDecl) {
	_, obj := w.index.Row(e)
	fn, _ := obj.(*types.Func)
	if fn == nil {
		return nil, nil
	}
	return fn, w.index.Decls[fn]
}

// convert is a conversion between numbers and durations.
func (w *evaluator) convert(e *ast.CallExpr) []Value {
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

// modelled is a call that the model knows.
func (w *evaluator) modelled(e *ast.CallExpr, sig *model.Sig) []Value {
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
	var out []Value
	for _, q := range in {
		for i, a := range e.Args {
			switch r := sig.Arg(i); r {
			case model.Duration, model.Days, model.Months, model.Years:
				if sig.Method {
					q = shifted(q, w.operand(a), units[r])
				}
			}
		}
		if q.FromNow || q.Unit == model.Instant {
			q.Unit = to
		} else if q.Unit == model.Duration && units[to] > 0 {
			q.Amount /= units[to]
			q.Unit = to
		}
		out = append(out, q)
	}
	return out
}
