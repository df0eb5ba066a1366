package origin

// This file traces what functions without a row in the model return:
//
//	func load(name string) (key []byte, err error) {
//		key, err = os.ReadFile(name)
//		return                       // results: the named result
//	}
//	load("key.pem")                  // substitute: name is "key.pem"

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// ofDeclared is the origin of a result of a function or method that the model does not know: by
// its body here, by the facts of its package, or by the methods that its interface can reach.
func ofDeclared(t *Tracer, e *ast.CallExpr, fn *types.Func, result int) Trace {
	fn = fn.Origin()
	if d := t.index.Decls[fn]; d != nil {
		return substitute(t, t.results(d, result, e), e, d)
	}
	if s := t.facts(fn); s != nil && result < len(s.From) && len(s.From[result]) > 0 {
		argument := func(i int) Trace { return ofArgument(t, e, i, fn.Signature()) }
		return s.From[result].trace(e, fn, fileOf(t, fn), argument)
	}
	var out Trace
	impls := t.Implementations(fn)
	if len(impls) > 2*most {
		impls = nil // of so many nothing is known
	}
	for _, impl := range impls {
		d := t.index.Decls[impl]
		out.Add(substitute(t, t.results(d, result, e), e, d))
	}
	if len(out.Origins) == 0 {
		return one(Origin{Kind: Unknown, At: e, Obj: fn, Size: -1})
	}
	return out
}

// Implementations returns the methods of this package that a call of an interface method can
// reach, by position; nil for a method that is no interface's.
func (t *Tracer) Implementations(m *types.Func) []*types.Func {
	recv := m.Signature().Recv()
	if recv == nil || !types.IsInterface(recv.Type()) {
		return nil
	}
	if found, ok := t.implement[m]; ok {
		return found
	}
	iface, _ := recv.Type().Underlying().(*types.Interface)
	var out []*types.Func
	for _, fn := range methodsNamed(t, m.Name()) {
		if types.Implements(fn.Signature().Recv().Type(), iface) {
			out = append(out, fn)
		}
	}
	slices.SortFunc(out, func(a, b *types.Func) int { return int(a.Pos() - b.Pos()) })
	t.implement[m] = out
	return out
}

// methodsNamed returns the methods of this package that have a name.
func methodsNamed(t *Tracer, name string) []*types.Func {
	if t.methods == nil {
		t.methods = map[string][]*types.Func{}
		for fn := range t.index.Decls {
			if fn.Signature().Recv() != nil {
				t.methods[fn.Name()] = append(t.methods[fn.Name()], fn)
			}
		}
	}
	return t.methods[name]
}

// results is the origin of a result of a function declared here, its parameters left open. A nil
// call stands for any that leaves on an error.
func (t *Tracer) results(fn ast.Node, result int, call *ast.CallExpr) Trace {
	returns := t.index.Returns[fn]
	if sig := t.index.Signature(fn); sig == nil || result < sig.Results().Len()-1 {
		returns = t.Failures.ReturnsOf(fn, call) // of the error itself all count
	}
	at := any(fn)
	if len(returns) < len(t.index.Returns[fn]) {
		at = succeeding{fn}
	}
	return t.once(at, result, func() Trace {
		var out Trace
		for _, r := range reached(t, returns) {
			switch {
			case len(r.Results) == 0:
				if v := t.index.NamedResult(fn, result); v != nil {
					out.Add(ofLocal(t, &ast.Ident{NamePos: r.Pos(), Name: v.Name()}, v))
				}
			case len(r.Results) == 1:
				out.Add(t.local(r.Results[0], result))
			default:
				if !isFailure(t, r, result) {
					out.Add(t.Local(r.Results[result]))
				}
			}
		}
		return out
	})
}

// succeeding stands for a function in those of its returns that come without an error.
type succeeding struct{ fn ast.Node }

// isFailure reports whether a return statement has a zero value beside an error, as in
// return "", err: callers do not use the value.
func isFailure(t *Tracer, r *ast.ReturnStmt, result int) bool {
	last := r.Results[len(r.Results)-1]
	tv := t.info.Types[last]
	if tv.IsNil() || tv.Type == nil || !types.Implements(tv.Type, typing.ErrorType) {
		return false
	}
	tr := t.Local(r.Results[result])
	return tr.Only(Nothing)
}

// readBy returns the origin of what a call of fn reads at o: under the name that the call gives, or
// by its arguments. changed is false where the call says nothing of it.
func (o *Origin) readBy(t *Tracer, e *ast.CallExpr, fn ast.Node) (read Origin, changed bool) {
	read = *o
	if len(o.Names) == 0 && (o.Kind.External() || o.Kind == Request) {
		if read.Names = nameArg(t, o, e, fn); len(read.Names) > 0 {
			read.By = e
			read.named()
			return read, true
		}
	}
	if o.By == nil && (o.Kind == Unknown || o.Kind == Request) && len(e.Args) > 0 {
		read.By = e
		return read, true
	}
	return read, false
}

// substitute replaces the parameters of fn in a trace by the arguments of a call, and gives
// sources that fn reads by a parameter the name in the call. What other calls of fn hand over does not
// get here.
func substitute(t *Tracer, tr Trace, e *ast.CallExpr, fn ast.Node) Trace {
	through := slices.Clip(tr.Through)
	own := func(v *types.Var) bool { return t.index.Params[v].Func == fn }
	if slices.ContainsFunc(through, own) {
		through = slices.DeleteFunc(slices.Clone(through), own)
	}
	out := gather{Trace: Trace{Through: through}}
	for _, o := range tr.Origins {
		p, ok := t.index.Params[o.Param]
		if o.Kind != Param || !ok || p.Func != fn {
			if read, changed := o.readBy(t, e, fn); changed {
				out.made(read)
			} else {
				out.one(o)
			}
			continue
		}
		sig, _ := t.info.TypeOf(e.Fun).Underlying().(*types.Signature)
		out.add(o.handOn(filled(t, o, ofArgument(t, e, p.Index, sig))))
	}
	return out.Trace
}

// ofArgument is the origin of what a call gives parameter i, -1 being the receiver.
func ofArgument(t *Tracer, e *ast.CallExpr, i int, sig *types.Signature) Trace {
	if i < 0 {
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok {
			return t.Local(sel.X)
		}
		return unknown(e)
	}
	if len(e.Args) == 1 && sig != nil && sig.Params().Len() > 1 && !sig.Variadic() {
		return t.local(e.Args[0], i) // f(g())
	}
	if i >= len(e.Args) {
		return one(Origin{Kind: Nothing, At: e}) // a variadic parameter that gets nothing
	}
	return t.Local(e.Args[i])
}
