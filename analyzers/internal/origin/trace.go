package origin

// This file is the walk itself, one expression at a time:
//
//	key := prefix + os.Getenv("KEY") // join of two
//	use(&key, *p, v.(string))        // through operators and assertions
//	use(cfg.Key, keys[id], load())   // to fields, elements and results: the other files

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/memo"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Tracer walks back through one package. It is not safe for concurrent use.
type Tracer struct {
	Paths    *Paths
	Failures *Failures

	index  *syntax.Index
	flow   *flow.Graphs
	info   *types.Info
	pkg    *types.Package
	pass   *analysis.Pass
	facts  func(types.Object) *Summary
	walk   memo.Walk[step, Trace]
	traces memo.Kept[ast.Expr, Trace]     // of expressions, their parameters followed
	given  memo.Kept[*types.Var, []given] // what callers give parameters
	values map[*types.Var][]ast.Expr      // of variables with many writes
	// what takes credentials out of headers, by what has the header
	strips map[holder][]stripping

	callers map[*ast.FuncDecl][]*ast.CallExpr // see Callers

	Circles *memo.Circles // that its walks and those of the rooms above met
	lazy
}

// step is one point of a walk: a result of a call, a function or a variable at a place.
type step struct {
	at     any
	result int
}

// New returns a tracer for the package of the pass, of which index and graphs hold the syntax and
// the control flow. facts returns what is known of an object of another package, nil for nothing.
func New(
	pass *analysis.Pass,
	index *syntax.Index,
	graphs *flow.Graphs,
	facts func(types.Object) *Summary,
) *Tracer {
	circles := new(memo.Circles)
	t := &Tracer{
		index: index, flow: graphs, pass: pass, info: pass.TypesInfo, pkg: pass.Pkg, facts: facts,
		walk:   memo.Over[step, Trace](circles),
		traces: memo.Keep[ast.Expr, Trace](circles), given: memo.Keep[*types.Var, []given](circles),
		values: map[*types.Var][]ast.Expr{}, callers: map[*ast.FuncDecl][]*ast.CallExpr{},
		strips:   map[holder][]stripping{},
		Paths:    &Paths{index, map[Path]*Path{}},
		Failures: &Failures{index, graphs, pass.TypesInfo, map[*ast.CallExpr]bool{}},
		Circles:  circles,
		lazy: lazy{
			implement: map[*types.Func][]*types.Func{}, copies: map[*types.Var]bool{},
			records: map[*types.Package]map[*types.Var]bool{}, decided: map[types.Object]bool{},
			parts: map[part][]syntax.Write{},
		},
	}
	t.walk.Most = memo.Bound(len(t.info.Types))
	t.lazy.prepare(t)
	findStrips(t) // every walk asks for it
	return t
}

// Forget drops what depends on the questions that were asked so far.
func (t *Tracer) Forget() {
	t.walk.Forget()
	t.traces.Forget()
	t.given.Forget()
}

// Trace returns the origins of the value of e, with parameters followed to their callers in this
// package.
func (t *Tracer) Trace(e ast.Expr) Trace {
	if tr, ok := t.traces.Get(e); ok {
		return tr
	}
	before := t.Circles.Met()
	tr := t.ResolveParams(t.Local(e))
	if t.walk.Idle() {
		tr = tr.clip() // callers add to what they get
		t.traces.Put(e, tr, before)
	}
	return tr
}

// once computes the trace of a step at most once. A walk that comes back to a step that it is in
// finds nothing there; one that has taken too many steps, what is not known.
func (t *Tracer) once(at any, result int, f func() Trace) Trace {
	tr, again := t.walk.Once(step{at, result}, func() Trace { return f().clip() })
	if again && t.walk.Spent() {
		return unknown(nil)
	}
	return tr
}

// Local returns the origins of the value of e, where parameters of this package's functions stay
// as they are.
func (t *Tracer) Local(e ast.Expr) Trace { return t.local(e, 0) }

// local returns the origins of the given result of e; only calls have more than one.
func (t *Tracer) local(e ast.Expr, result int) Trace {
	e = ast.Unparen(e)
	if tv := t.info.Types[e]; tv.Value != nil {
		return t.Constant(e, tv)
	} else if tv.IsNil() {
		return one(Origin{Kind: Nothing, At: e})
	}
	switch e := e.(type) {
	case *ast.Ident:
		return ofObject(t, e, t.info.ObjectOf(e))
	case *ast.SelectorExpr:
		return ofSelector(t, e)
	case *ast.CallExpr:
		return t.once(e, result, func() Trace { return ofCall(t, e, result) })
	case *ast.CompositeLit:
		return ofComposite(t, e)
	case *ast.FuncLit:
		return one(Origin{Kind: Func, At: e, Func: e})
	case *ast.SliceExpr:
		return ofSlice(t, e)
	case *ast.IndexExpr:
		if t.info.Types[e.X].IsValue() && result == 0 {
			if _, fn := t.info.TypeOf(e.X).Underlying().(*types.Signature); fn {
				return t.Local(e.X)
			}
			return t.once(e, 0, func() Trace { return ofElement(t, e.X, e.Index) })
		}
	}
	return ofOperation(t, e, result)
}

// ofOperation is the origin of what an operator makes of its operands. The second result of a
// type assertion, whether it holds, comes from nowhere.
func ofOperation(t *Tracer, e ast.Expr, result int) Trace {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		switch e.Op {
		case token.ADD, token.SUB, token.MUL, token.QUO, token.REM, token.XOR:
			return join(t.Local(e.X), t.Local(e.Y))
		}
	case *ast.UnaryExpr:
		switch {
		case e.Op == token.AND:
			return t.Local(e.X)
		case e.Op == token.ARROW && result == 0:
			return t.once(e, 0, func() Trace { return ofReceived(t, e.X) })
		}
	case *ast.StarExpr:
		return t.Local(e.X)
	case *ast.TypeAssertExpr:
		if result == 0 {
			return t.Local(e.X)
		}
	}
	return unknown(e)
}
