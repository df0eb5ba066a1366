// Package quantity answers how long: it evaluates instants, durations and plain numbers, with
// their units, as far as the source says.
//
//	time.Now().Add(15 * time.Minute).Unix()  // 15 minutes from now, in seconds
//	time.Now().Unix() + 3600                 // one hour from now, in seconds
//	int64(24 * time.Hour)                    // 24 hours in nanoseconds, not from now
package quantity

import (
	"go/ast"
	"go/constant"
	"go/types"
	"math"
	"slices"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/memo"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Value is an instant, a duration or a plain number, as far as the source says.
type Value struct {
	Unit    model.Role   // Instant, Duration, Seconds ... Text; None for a plain number
	FromNow bool         // counted from the present
	Known   bool         // Amount is known
	Amount  float64      // FromNow: nanoseconds from the present; else the number in its unit
	NoUnit  bool         // a duration made of a number without a unit
	At      ast.Node     // what gives the amount
	Clock   ast.Node     // FromNow: the call that reads the clock
	Via     types.Object // the object of another package that the amount comes from
	Path    *origin.Path // the calls in this package that hand it over, nil for none

	// The parameter, field or variable that other packages set and that adds Scale times its number
	// to Amount, nil for none. Amount is not Known then.
	Param *types.Var
	Scale float64
}

// Reader reads the quantities of a package.
type Reader struct {
	index  *syntax.Index
	origin *origin.Tracer
	info   *types.Info
	walk   memo.Walk[any, []Value]
}

// New returns the reader of a package whose values the tracer follows.
func New(index *syntax.Index, tracer *origin.Tracer) *Reader {
	w := &Reader{
		index: index, origin: tracer, info: index.Info,
		walk: memo.Over[any, []Value](tracer.Circles),
	}
	w.walk.Most = memo.Bound(len(w.info.Types))
	return w
}

// Forget drops what depends on the questions that were asked so far.
func (w *Reader) Forget() { w.walk.Forget() }

// units gives the length of each unit in nanoseconds: a month has 30 days, a year 365.
var units = map[model.Role]float64{
	model.Nanos: 1, model.Micros: 1e3, model.Millis: 1e6, model.Seconds: 1e9,
	model.Minutes: 60e9, model.Hours: 3600e9, model.Duration: 1,
	model.Days: 24 * 3600e9, model.Months: 30 * 24 * 3600e9, model.Years: 365 * 24 * 3600e9,
}

// Life returns the duration that a quantity means, at most half of what a Duration can hold. The
// result is false when it is not known, or the quantity has no unit.
func (q Value) Life() (time.Duration, bool) {
	n := q.Amount
	if !q.FromNow {
		n *= units[q.Unit]
	}
	return time.Duration(min(n, math.MaxInt64/2)), q.Known && (q.FromNow || units[q.Unit] > 0)
}

// Of returns the quantities that an expression can be, nil where nothing is known.
func (w *Reader) Of(e ast.Expr) []Value { return w.eval(e) }

// maxValues is how many quantities an expression can be. Where there would be more nothing is
// known.
const maxValues = 64

func (w *Reader) eval(e ast.Expr) []Value {
	e = ast.Unparen(e)
	if tv := w.info.Types[e]; tv.Value != nil {
		if c, ok := e.(*ast.CallExpr); ok && len(c.Args) == 1 &&
			unitOf(w.info.TypeOf(c.Args[0])) == model.Duration {
			return w.convert(c)
		}
		return w.number(e, tv)
	}
	out, _ := w.walk.Once(e, func() []Value { return distinct(w.expression(e)) })
	return out
}

// distinct returns the values without those that it has twice, nil where there are too many.
// Where callers that are told apart make them too many, they are not told apart.
func distinct(values []Value) []Value {
	out := without(values, func(Value) *origin.Path { return nil })
	if len(out) > maxValues {
		return nil
	}
	if all := without(values, func(v Value) *origin.Path { return v.Path }); len(all) <= maxValues {
		return all
	}
	return out
}

// without returns the values, with the paths that are given them, without those that it has twice.
func without(values []Value, path func(Value) *origin.Path) []Value {
	var out []Value
	for _, v := range values {
		v.Path = path(v)
		if len(out) <= maxValues && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return slices.Clip(out)
}

// expression returns the quantities of an expression that is not constant.
func (w *Reader) expression(e ast.Expr) []Value {
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

// number returns the quantity of a constant. Its place is where it is written.
func (w *Reader) number(e ast.Expr, tv types.TypeAndValue) []Value {
	f, ok := constant.Float64Val(constant.ToFloat(tv.Value))
	if k := tv.Value.Kind(); k != constant.Int && k != constant.Float || !ok && math.IsInf(f, 0) {
		return nil
	}
	o := w.origin.Constant(e, tv).Origins[0]
	unit := unitOf(tv.Type)
	return []Value{{
		Unit: unit, Known: true, Amount: f, At: o.At, Via: o.Via,
		NoUnit: unit == model.Duration && w.isBare(e),
	}}
}

// unitOf returns Duration for time.Duration, None for every other type.
func unitOf(t types.Type) model.Role {
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil &&
		n.Obj().Pkg().Path() == "time" &&
		n.Obj().Name() == "Duration" {
		return model.Duration
	}
	return model.None
}

// variable follows a name to what it is given, a parameter to what each caller hands over.
func (w *Reader) variable(e ast.Expr) []Value {
	v, values, entry := w.origin.Values(e)
	var out []Value
	for _, d := range values {
		out = append(out, w.eval(d)...)
	}
	p := w.index.Params[v]
	if v != nil && p.Func != nil && entry && p.Index >= 0 {
		for _, c := range w.origin.Callers(p.Func) {
			if p.Index >= len(c.Args) {
				continue
			}
			for _, q := range w.eval(c.Args[p.Index]) {
				if path, ok := w.origin.Paths.Enter(p.Func, c, q.Path); ok {
					q.Path = path
					out = append(out, q)
				}
			}
		}
	}
	if v != nil && w.isOpen(v, p, entry) {
		unit := unitOf(v.Type())
		if IsTime(v.Type()) {
			unit = model.Instant
		}
		out = append(out, Value{Unit: unit, Param: v, Scale: 1})
	}
	for _, q := range w.carried(e) {
		known := func(v Value) bool { v.Path = nil; return v == q }
		if !slices.ContainsFunc(out, known) { // a caller's is known with its path
			out = append(out, q)
		}
	}
	return out
}

// isOpen reports whether other packages can set a variable: a parameter of an exported function, an
// exported field or package variable.
func (w *Reader) isOpen(v *types.Var, p syntax.Param, entry bool) bool {
	if v.IsField() || v.Parent() == w.index.Pkg.Scope() {
		return v.Exported() && v.Pkg() == w.index.Pkg
	}
	d, ok := p.Func.(*ast.FuncDecl)
	return ok && entry && d.Name.IsExported() && p.Index >= 0
}

// IsTime reports whether a type is time.Time.
func IsTime(t types.Type) bool {
	obj := typing.TypeName(t)
	return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "time" && obj.Name() == "Time"
}

// carried returns what facts, tags and fallbacks say of a number, or of a duration written as
// text: viper.SetDefault("jwt.ttl", "15m").
func (w *Reader) carried(e ast.Expr) []Value {
	var out []Value
	unit := unitOf(w.info.TypeOf(e))
	for _, o := range w.origin.Trace(e).Origins {
		if o.Kind != origin.Const || o.Value == nil {
			continue
		}
		_, tagged := o.At.(*ast.BasicLit)
		switch o.Value.Kind() {
		case constant.String:
			if d, err := time.ParseDuration(constant.StringVal(o.Value)); err == nil {
				q := Value{
					Unit:   model.Duration,
					Known:  true,
					Amount: float64(d),
					At:     o.At,
					Via:    o.Via,
				}
				out = append(out, q)
			}
		case constant.Int:
			if call, isCall := e.(*ast.CallExpr); o.Via != nil || isCall && call != nil ||
				tagged && unit == model.Duration {
				n, _ := constant.Float64Val(constant.ToFloat(o.Value))
				out = append(out, Value{Unit: unit, Known: true, Amount: n, At: o.At, Via: o.Via})
			}
		}
	}
	return out
}
