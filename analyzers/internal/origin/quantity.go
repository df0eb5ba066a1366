package origin

import (
	"go/ast"
	"go/constant"
	"go/types"
	"math"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Quantity is a point in time, a span or a plain number, as far as the source tells.
type Quantity struct {
	Unit    model.Role // Instant, Duration, Seconds ... Text; None for a plain number
	FromNow bool       // counted from the present
	Known   bool       // Amount is known
	Amount  float64    // FromNow: nanoseconds from the present; else the number as it stands, a Duration in nanoseconds
	Unscale bool       // a duration made of a number without a unit
	At      ast.Node   // what gives the amount
	Clock   ast.Node   // FromNow: the call that reads the clock
	Via     types.Object
}

// units gives the length of one of each unit in nanoseconds.
var units = map[model.Role]float64{
	model.Nanos: 1, model.Micros: 1e3, model.Millis: 1e6, model.Seconds: 1e9, model.Minutes: 60e9, model.Hours: 3600e9,
	model.Duration: 1, model.Days: 24 * 3600e9, model.Months: 30 * 24 * 3600e9, model.Years: 365 * 24 * 3600e9,
}

// Life returns the span that a quantity means; ok is false when it is not known.
func (q Quantity) Life() (time.Duration, bool) {
	n := q.Amount
	if !q.FromNow {
		n *= units[q.Unit]
	}
	return time.Duration(min(n, math.MaxInt64/2)), q.Known && (q.FromNow || units[q.Unit] > 0)
}

// Quantities returns what a value that has to do with time can be. An empty result says that nothing is known.
func (t *Tracer) Quantities(e ast.Expr) []Quantity {
	w := &weigher{Tracer: t, seen: map[any]bool{}}
	return w.eval(e)
}

// weigher evaluates one expression; seen cuts circles.
type weigher struct {
	*Tracer
	seen map[any]bool
}

func (w *weigher) eval(e ast.Expr) []Quantity {
	e = ast.Unparen(e)
	if tv := w.info.Types[e]; tv.Value != nil {
		if c, ok := e.(*ast.CallExpr); ok && len(c.Args) == 1 && unitOf(w.info.TypeOf(c.Args[0])) == model.Duration {
			return w.convert(c)
		}
		return w.number(e, tv)
	}
	if w.seen[e] {
		return nil
	}
	w.seen[e] = true
	defer delete(w.seen, e)
	switch e := e.(type) {
	case *ast.BinaryExpr:
		return w.binary(e)
	case *ast.UnaryExpr:
		return w.eval(e.X)
	case *ast.StarExpr:
		return w.eval(e.X)
	case *ast.CompositeLit:
		return w.wrapped(e)
	case *ast.CallExpr:
		return w.call(e)
	case *ast.Ident, *ast.SelectorExpr:
		return w.variable(e)
	}
	return nil
}

// number is a constant. Its place is where it is written.
func (w *weigher) number(e ast.Expr, tv types.TypeAndValue) []Quantity {
	f, ok := constant.Float64Val(constant.ToFloat(tv.Value))
	if k := tv.Value.Kind(); k != constant.Int && k != constant.Float || !ok && math.IsInf(f, 0) {
		return nil
	}
	o := w.constant(e, tv).Births[0]
	return []Quantity{{Unit: unitOf(tv.Type), Known: true, Amount: f, At: o.At, Via: o.Via}}
}

// unitOf returns Duration for time.Duration, None for plain numbers.
func unitOf(t types.Type) model.Role {
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time" && n.Obj().Name() == "Duration" {
		return model.Duration
	}
	return model.None
}

// variable follows a name to what it is given.
func (w *weigher) variable(e ast.Expr) []Quantity {
	var out []Quantity
	for _, d := range w.Definitions(e) {
		out = append(out, w.eval(d)...)
	}
	return append(out, w.carried(e)...)
}

// carried is what facts, tags and fallbacks say of a number or a span written as text.
func (w *weigher) carried(e ast.Expr) []Quantity {
	var out []Quantity
	unit := unitOf(w.info.TypeOf(e))
	for _, o := range w.Of(e).Births {
		if o.Kind != Const || o.Value == nil {
			continue
		}
		_, tagged := o.At.(*ast.BasicLit)
		switch o.Value.Kind() {
		case constant.String:
			if d, err := time.ParseDuration(constant.StringVal(o.Value)); err == nil {
				out = append(out, Quantity{Unit: model.Duration, Known: true, Amount: float64(d), At: o.At, Via: o.Via})
			}
		case constant.Int:
			if call, isCall := e.(*ast.CallExpr); o.Via != nil || isCall && call != nil || tagged && unit == model.Duration {
				n, _ := constant.Float64Val(constant.ToFloat(o.Value))
				out = append(out, Quantity{Unit: unit, Known: true, Amount: n, At: o.At, Via: o.Via})
			}
		}
	}
	return out
}

// Definitions returns the expressions that give a variable, field or parameter its value at a use.
func (t *Tracer) Definitions(e ast.Expr) []ast.Expr {
	v, out, entry := t.values(e)
	if p := t.params[v]; v != nil && p.fn != nil && entry && p.index >= 0 {
		for _, c := range t.callers(p.fn) {
			if p.index < len(c.Args) {
				out = append(out, c.Args[p.index])
			}
		}
	}
	return out
}

// values returns the variable or field that an expression names, and the expressions that are assigned to it before a use;
// entry says that a parameter can still have the value that it was called with.
func (t *Tracer) values(e ast.Expr) (v *types.Var, out []ast.Expr, entry bool) {
	var obj types.Object
	switch e := e.(type) {
	case *ast.Ident:
		obj = t.info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = t.info.ObjectOf(e.Sel)
	}
	v, ok := obj.(*types.Var)
	if !ok {
		return nil, nil, false
	}
	v = v.Origin()
	writes, entry := t.writes[v], true
	if fn, ok := t.ordered(v, e.Pos(), writes); ok && !v.IsField() {
		if last, reached, ok := t.reaching(fn, e.Pos(), writes, func(w write) bool { return !w.into && !w.join }); ok {
			writes, entry = last, reached
		}
	}
	for _, w := range writes {
		if w.value != nil && !w.into && !w.elem && !w.join && w.result == 0 {
			out = append(out, w.value)
		}
	}
	return v, out, entry
}
