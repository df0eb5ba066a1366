package origin

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Tracer walks back through one package. It is not safe for concurrent use.
type Tracer struct {
	*Index
	pass    *analysis.Pass
	info    *types.Info
	facts   func(types.Object) *Summary
	memo    map[step]Trace
	partial map[step]Trace
	busy    map[step]bool
	cut     bool // the walk came back to where it was
	graphs  map[ast.Node]*graph
	lazy
}

// step is one point of a walk: a result of a call, a function or a variable at a place.
type step struct {
	at     any
	result int
}

// New returns a tracer for the given files of the package of the pass. facts yields what is known of objects of other
// packages, nil for nothing.
func New(pass *analysis.Pass, files []*ast.File, facts func(types.Object) *Summary) *Tracer {
	return &Tracer{
		Index: NewIndex(pass.TypesInfo, files), pass: pass, info: pass.TypesInfo, facts: facts,
		memo: map[step]Trace{}, partial: map[step]Trace{}, busy: map[step]bool{}, graphs: map[ast.Node]*graph{},
		lazy: lazy{implement: map[*types.Func][]*types.Func{}},
	}
}

// Of returns the origins of the value of e, with parameters followed to their callers in this package.
func (t *Tracer) Of(e ast.Expr) Trace { return t.Close(t.Open(e)) }

// once computes the trace of a step at most once and cuts circles. What was found inside a circle lacks the births that
// the walk around it adds, so it is kept for this walk only: the walk as a whole still finds them all.
func (t *Tracer) once(at any, result int, f func() Trace) Trace {
	s := step{at, result}
	if tr, ok := t.memo[s]; ok {
		return tr
	}
	if tr, ok := t.partial[s]; ok {
		return tr
	}
	if t.busy[s] {
		t.cut = true
		return Trace{}
	}
	t.busy[s] = true
	tr := f()
	delete(t.busy, s)
	switch {
	case len(t.busy) == 0:
		t.memo[s], t.cut = tr, false
		clear(t.partial)
	case t.cut:
		t.partial[s] = tr
	default:
		t.memo[s] = tr
	}
	return tr
}

// Open returns the origins of the value of e, where parameters of this package's functions stay as they are.
func (t *Tracer) Open(e ast.Expr) Trace { return t.open(e, 0) }

// open returns the origins of the given result of e; only calls have more than one.
func (t *Tracer) open(e ast.Expr, result int) Trace {
	e = ast.Unparen(e)
	if tv := t.info.Types[e]; tv.Value != nil {
		return t.constant(e, tv)
	} else if tv.IsNil() {
		return birth(Origin{Kind: Nothing, At: e})
	}
	switch e := e.(type) {
	case *ast.Ident:
		return t.object(e, t.info.ObjectOf(e))
	case *ast.SelectorExpr:
		return t.selector(e)
	case *ast.CallExpr:
		return t.once(e, result, func() Trace { return t.call(e, result) })
	case *ast.CompositeLit:
		return t.composite(e)
	case *ast.FuncLit:
		return birth(Origin{Kind: Func, At: e, Fn: e})
	case *ast.BinaryExpr:
		switch e.Op {
		case token.ADD, token.SUB, token.MUL, token.QUO, token.REM, token.XOR:
			return join(t.Open(e.X), t.Open(e.Y))
		}
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return t.Open(e.X)
		}
	case *ast.StarExpr:
		return t.Open(e.X)
	case *ast.TypeAssertExpr:
		if result == 0 {
			return t.Open(e.X)
		}
	case *ast.SliceExpr:
		return t.slice(e)
	case *ast.IndexExpr:
		if t.info.Types[e.X].IsValue() && result == 0 {
			if _, fn := t.info.TypeOf(e.X).Underlying().(*types.Signature); fn {
				return t.Open(e.X)
			}
			return t.once(e, 0, func() Trace { return t.element(e.X, e.Index) })
		}
	}
	return unknown(e)
}

// row returns the modelled meaning of the function that a call names, and the function.
func (t *Tracer) row(call *ast.CallExpr) (*model.Sig, types.Object) {
	obj := typeutil.Callee(t.info, call)
	if fn, ok := obj.(*types.Func); ok {
		obj = fn.Origin()
	}
	return model.Of(obj, ""), obj
}
