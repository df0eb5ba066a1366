package origin

// This file follows parameters to the callers in this package:
//
//	func sign(key []byte) string { ... }  // key alone is a Param origin
//	sign([]byte("dev"))                   // ResolveParams: Const or Env
//	sign([]byte(os.Getenv("JWT_KEY")))    // Cases: one trace for each call

import (
	"go/ast"
	"go/types"
	"slices"
)

// ResolveParams follows the parameters in a trace to the callers in this package, and theirs in
// turn. A parameter of a function that nothing here calls stays. Each parameter is followed once,
// which ends the walk where functions call each other.
func (t *Tracer) ResolveParams(tr Trace) Trace {
	if !tr.Has(Param) {
		return tr
	}
	out := gather{Trace: Trace{Through: slices.Clip(tr.Through)}}
	seen := map[*types.Var]bool{}
	var expand func(Trace)
	expand = func(tr Trace) {
		out.through(tr.Through...)
		for i := range tr.Origins {
			o := tr.Origins[i]
			if o.Kind != Param {
				out.one(o)
				continue
			}
			if seen[o.Param] {
				continue
			}
			seen[o.Param] = true
			args := callerTraces(t, o.Param)
			if len(args) == 0 {
				out.one(o)
			}
			for _, a := range args {
				expand(o.handOn(a.Trace))
			}
		}
	}
	expand(tr)
	return out.Trace
}

// Cases splits a trace by the callers of the functions that the value comes through: each caller
// of a shared helper is a case of its own, so that what one hands over says nothing about
// another.
//
// Parameters of several functions multiply; those of one function are what one of its callers
// hands over. Where there would be more than [maxCases] cases, or more than [maxCaseOrigins]
// origins in them, the parameters are left open: what they are given is not known then.
func (t *Tracer) Cases(tr Trace) []Case {
	left := budget{maxCases, maxCaseOrigins}
	out := split(t, Case{Trace: tr}, map[*types.Var]bool{}, &left)
	if left.spent() {
		return []Case{{Trace: tr}}
	}
	return out
}

const (
	maxCases       = 2048  // callers, of several parameters their combinations, that are told apart
	maxCaseOrigins = 16384 // origins of all of them
)

// budget is what may still be made.
type budget struct{ cases, origins int }

func (b *budget) spent() bool { return b.cases < 0 || b.origins < 0 }

// Case is a trace by one way in which callers in this package reach it.
type Case struct {
	Trace
	Path *Path // the calls on that way, nil where the value depends on no caller
}

// split splits a case at its first open parameter, and each part again. seen are the parameters
// that are being split.
func split(t *Tracer, c Case, seen map[*types.Var]bool, left *budget) []Case {
	for i, o := range c.Origins {
		if o.Kind != Param || seen[o.Param] {
			continue
		}
		args := callerTraces(t, o.Param)
		if len(args) == 0 {
			continue
		}
		seen[o.Param] = true
		var out []Case
		for _, a := range args {
			path, ok := t.Paths.Enter(t.index.Params[o.Param].Func, a.call, c.Path)
			if !ok {
				continue // another caller of the same function
			}
			with := Case{Path: path, Trace: Trace{
				Origins: slices.Delete(slices.Clone(c.Origins), i, i+1),
				Through: slices.Clone(c.Through),
			}}
			with.Add(o.handOn(a.Trace))
			left.origins -= len(with.Origins)
			if out = append(out, split(t, with, seen, left)...); left.spent() {
				break
			}
		}
		delete(seen, o.Param)
		return out
	}
	left.cases--
	left.origins -= len(c.Origins)
	return []Case{c}
}

// given is what one call gives a parameter.
type given struct {
	Trace
	call *ast.CallExpr
}

// callerTraces returns what each caller in this package gives a parameter, nil for a receiver.
func callerTraces(t *Tracer, v *types.Var) []given {
	if out, ok := t.given.Get(v); ok {
		return out
	}
	before := t.Circles.Met()
	p := t.index.Params[v]
	var out []given
	if p.Index < 0 {
		return nil
	}
	for _, c := range t.Callers(p.Func) {
		sig, _ := t.info.TypeOf(c.Fun).Underlying().(*types.Signature)
		tr := ofArgument(t, c, p.Index, sig)
		out = append(out, given{tr.clip(), c})
	}
	if len(out) == 0 {
		out = injected(t, v, p.Func)
	}
	if t.walk.Idle() {
		t.given.Put(v, out, before)
	}
	return out
}

// Arguments returns the expressions that the callers in this package write for a parameter.
func (t *Tracer) Arguments(v *types.Var) []ast.Expr {
	p := t.index.Params[v]
	var out []ast.Expr
	for _, c := range t.Callers(p.Func) {
		if p.Index >= 0 && p.Index < len(c.Args) {
			out = append(out, c.Args[p.Index])
		}
	}
	return out
}

// Callers returns the calls in this package that can reach a function declared here: by its name,
// through an interface that its receiver implements, or through a variable that holds the
// literal. Those by name come first, each kind by position: reports name the first.
func (t *Tracer) Callers(fn ast.Node) []*ast.CallExpr {
	d, ok := fn.(*ast.FuncDecl)
	if !ok {
		return literalCalls(t)[fn]
	}
	out, ok := t.callers[d]
	if !ok {
		out = slices.Clip(callersOf(t, d))
		t.callers[d] = out
	}
	return out
}

// callersOf is Callers of a declared function.
func callersOf(t *Tracer, d *ast.FuncDecl) []*ast.CallExpr {
	f, _ := t.info.Defs[d.Name].(*types.Func)
	if f == nil {
		return nil
	}
	out := t.index.CallsOf[f]
	recv := f.Signature().Recv()
	if recv == nil {
		return out
	}
	var other []*ast.CallExpr
	for _, m := range calledThrough(t, f.Name()) {
		iface := m.Signature().Recv().Type().Underlying().(*types.Interface)
		if m != f && types.Implements(recv.Type(), iface) {
			other = append(other, t.index.CallsOf[m]...)
		}
	}
	slices.SortFunc(other, func(a, b *ast.CallExpr) int {
		return t.index.Compare(a.Pos(), b.Pos())
	})
	return append(slices.Clip(out), other...)
}

// calledThrough returns the methods of interfaces that have a name and are called in this package.
func calledThrough(t *Tracer, name string) []*types.Func {
	if t.through == nil {
		t.through = map[string][]*types.Func{}
		for m := range t.index.CallsOf {
			if r := m.Signature().Recv(); r != nil && types.IsInterface(r.Type()) {
				t.through[m.Name()] = append(t.through[m.Name()], m)
			}
		}
	}
	return t.through[name]
}

// Receivers returns the x of the calls x.m() where v is the receiver of m. ok is false when v is
// no receiver or nothing in this package calls its method.
func (t *Tracer) Receivers(v *types.Var) (on []ast.Expr, ok bool) {
	p := t.index.Params[v]
	if p.Func == nil || p.Index >= 0 {
		return nil, false
	}
	for _, c := range t.Callers(p.Func) {
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok {
			on = append(on, sel.X)
		}
	}
	return on, len(on) > 0
}
