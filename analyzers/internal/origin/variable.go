package origin

import (
	"go/ast"
	"go/types"
	"slices"
)

// object is the origin of a name.
func (t *Tracer) object(at ast.Expr, obj types.Object) Trace {
	switch obj := obj.(type) {
	case *types.Func:
		o := Origin{Kind: Func, At: at, Obj: obj.Origin(), Size: -1}
		if d := t.decls[obj.Origin()]; d != nil {
			o.Fn = d
		}
		return birth(o)
	case *types.Var:
		return t.variable(at, obj)
	}
	return unknown(at)
}

// variable is the origin of a variable that is no field, as used at the expression.
func (t *Tracer) variable(at ast.Expr, v *types.Var) Trace {
	if v.Pkg() != t.pass.Pkg {
		return t.foreign(at, v, "")
	}
	if v.Parent() == v.Pkg().Scope() {
		tr := t.once(v, 0, func() Trace { return t.global(v) })
		tr.through(v)
		return tr
	}
	return t.once(at, 0, func() Trace { return t.local(at, v) })
}

// global is the origin of a package variable: everything assigned to it. An assignment that init or main always makes
// replaces the initial value.
func (t *Tracer) global(v *types.Var) Trace {
	if spec := t.embeds[v]; spec != nil {
		return birth(t.embed(v, spec))
	}
	writes := t.writes[v]
	if i := slices.IndexFunc(writes, func(w write) bool { return t.atStart(w) }); i >= 0 {
		writes = slices.DeleteFunc(slices.Clone(writes), func(w write) bool { return t.FuncAt(w.pos) == nil })
	}
	out := t.assigned(v, writes)
	if len(writes) == 0 {
		out.Add(unknown(nil))
	}
	return out
}

// atStart reports whether a write is made on every start of the program: it stands in the statement list of init or main.
func (t *Tracer) atStart(w write) bool {
	fn, ok := t.FuncAt(w.pos).(*ast.FuncDecl)
	if !ok || fn.Recv != nil || fn.Name.Name != "init" && (fn.Name.Name != "main" || t.pass.Pkg.Name() != "main") {
		return false
	}
	return slices.ContainsFunc(fn.Body.List, func(s ast.Stmt) bool { return s.Pos() == w.pos })
}

// local is the origin of a local variable or parameter at a use.
func (t *Tracer) local(at ast.Expr, v *types.Var) Trace {
	writes, p := t.writes[v], t.params[v]
	entry := true
	if fn, ok := t.ordered(v, at.Pos(), writes); ok {
		whole := func(w write) bool { return !w.into && !w.join && w.call == nil }
		if last, reached, ok := t.reaching(fn, at.Pos(), writes, whole); ok {
			writes, entry = last, reached
		}
	}
	out := t.assigned(v, writes)
	if p.fn != nil && entry {
		out.Add(birth(Origin{Kind: Param, At: at, Param: v, Size: -1}))
		out.through(v)
	}
	if _, n, ok := bytesOf(v.Type()); ok && n >= 0 {
		out = out.each(func(o *Origin) { o.Size = n })
	}
	return out
}

// assigned is the union of what the writes give v.
func (t *Tracer) assigned(v *types.Var, writes []write) Trace {
	var out Trace
	filled, text := false, t.text(v.Type())
	for _, w := range writes {
		if !w.into || text {
			out.Add(t.written(v, w))
		}
		filled = filled || w.call != nil || w.into
	}
	if filled && out.Has(Random, Weak) { // a buffer is made empty, then filled
		size := -1
		for _, o := range out.Births {
			if o.Kind == Nothing {
				size = o.Size
			}
		}
		out.Births = slices.DeleteFunc(out.Births, func(o Origin) bool { return o.Kind == Nothing })
		out = out.each(func(o *Origin) { o.Size = size })
	}
	return out
}

// written is the origin of the value that one write gives.
func (t *Tracer) written(v *types.Var, w write) Trace {
	switch {
	case w.call != nil:
		return t.output(w.call, w.arg)
	case w.value == nil && w.decl != nil && (structOf(v.Type()) != nil && !pointer(v.Type()) || isMap(v.Type())): // to be filled
		return birth(Origin{Kind: Object, At: w.decl, Size: -1})
	case w.value == nil:
		_, n, _ := bytesOf(v.Type())
		return birth(Origin{Kind: Nothing, Size: max(n, 0)})
	case w.elem:
		return t.element(w.value, nil)
	}
	tr := t.open(w.value, w.result)
	if w.join { // x += y: what x was decides when it is the better secret
		var before Trace
		for _, o := range t.writes[v] {
			if !o.join && !o.into {
				before.Add(t.written(v, o))
			}
		}
		tr = join(before, tr)
	}
	return tr
}

func isMap(t types.Type) bool {
	_, ok := t.Underlying().(*types.Map)
	return ok
}
