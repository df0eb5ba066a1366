package origin

import (
	"go/ast"
	"go/types"
	"slices"
)

// declared is the origin of a result of a function or method that the model does not know.
func (t *Tracer) declared(e *ast.CallExpr, fn *types.Func, result int) Trace {
	fn = fn.Origin()
	if d := t.decls[fn]; d != nil {
		return t.substitute(t.results(d, result), e, d)
	}
	if s := t.facts(fn); s != nil && result < len(s.From) && len(s.From[result]) > 0 {
		return s.From[result].trace(e, fn, func(i int) Trace { return t.argument(e, i, fn.Signature()) })
	}
	var out Trace
	for _, impl := range t.implementations(fn) {
		out.Add(t.substitute(t.results(t.decls[impl], result), e, t.decls[impl]))
	}
	if len(out.Births) == 0 {
		return birth(Origin{Kind: Unknown, At: e, Obj: fn, Size: -1})
	}
	return out
}

// Implementations returns the methods of this package that a call of an interface method can reach.
func (t *Tracer) Implementations(m *types.Func) []*types.Func { return t.implementations(m) }

// implementations returns the methods of this package that a call of an interface method can reach.
func (t *Tracer) implementations(m *types.Func) []*types.Func {
	recv := m.Signature().Recv()
	if recv == nil || !types.IsInterface(recv.Type()) {
		return nil
	}
	if found, ok := t.implement[m]; ok {
		return found
	}
	iface, _ := recv.Type().Underlying().(*types.Interface)
	var out []*types.Func
	for fn := range t.decls {
		r := fn.Signature().Recv()
		if r != nil && fn.Name() == m.Name() && types.Implements(r.Type(), iface) {
			out = append(out, fn)
		}
	}
	slices.SortFunc(out, func(a, b *types.Func) int { return int(a.Pos() - b.Pos()) })
	t.implement[m] = out
	return out
}

// results is the origin of a result of a function declared here, its parameters left open.
func (t *Tracer) results(fn ast.Node, result int) Trace {
	return t.once(fn, result, func() Trace {
		var out Trace
		for _, r := range t.returns[fn] {
			switch {
			case len(r.Results) == 0:
				if v := t.named(fn, result); v != nil {
					out.Add(t.local(&ast.Ident{NamePos: r.Pos(), Name: v.Name()}, v))
				}
			case len(r.Results) == 1:
				out.Add(t.open(r.Results[0], result))
			default:
				if !t.failure(r, result) {
					out.Add(t.Open(r.Results[result]))
				}
			}
		}
		return out
	})
}

// failure reports whether a return hands back a zero value beside an error: callers do not use it.
func (t *Tracer) failure(r *ast.ReturnStmt, result int) bool {
	last := r.Results[len(r.Results)-1]
	tv := t.info.Types[last]
	if tv.IsNil() || tv.Type == nil || !types.Implements(tv.Type, errorType) {
		return false
	}
	tr := t.Open(r.Results[result])
	return tr.Only(Nothing)
}

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// named returns the variable of a named result.
func (t *Tracer) named(fn ast.Node, result int) *types.Var {
	var typ *ast.FuncType
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		typ = fn.Type
	case *ast.FuncLit:
		typ = fn.Type
	}
	if typ.Results == nil {
		return nil
	}
	for _, f := range typ.Results.List {
		for _, name := range f.Names {
			if result == 0 {
				v, _ := t.info.Defs[name].(*types.Var)
				return v
			}
			result--
		}
	}
	return nil
}

// substitute replaces the parameters of fn in a trace by the arguments of a call.
func (t *Tracer) substitute(tr Trace, e *ast.CallExpr, fn ast.Node) Trace {
	out := Trace{Through: tr.Through}
	for _, o := range tr.Births {
		p, ok := t.params[o.Param]
		if o.Kind != Param || !ok || p.fn != fn {
			if len(o.Names) == 0 && (o.Kind.External() || o.Kind == Request) {
				if o.Names = t.nameArg(o, e, fn); len(o.Names) > 0 {
					o.By = e
				}
			}
			if o.By == nil && (o.Kind == Unknown || o.Kind == Request) && len(e.Args) > 0 {
				o.By = e // what it yields depends on what it is asked for
			}
			out.Add(birth(o))
			continue
		}
		sig, _ := t.info.TypeOf(e.Fun).Underlying().(*types.Signature)
		arg := t.argument(e, p.index, sig)
		if o.Hashed {
			arg = arg.each(func(a *Origin) { a.Hashed, a.Value = true, nil })
		}
		out.Add(arg)
	}
	return out
}

// argument is the origin of what a call gives parameter i, -1 being the receiver.
func (t *Tracer) argument(e *ast.CallExpr, i int, sig *types.Signature) Trace {
	if i < 0 {
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok {
			return t.Open(sel.X)
		}
		return unknown(e)
	}
	if len(e.Args) == 1 && sig != nil && sig.Params().Len() > 1 && !sig.Variadic() {
		return t.open(e.Args[0], i) // f(g())
	}
	if i >= len(e.Args) {
		return birth(Origin{Kind: Nothing, At: e}) // a variadic parameter that gets nothing
	}
	return t.Open(e.Args[i])
}
