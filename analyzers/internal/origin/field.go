package origin

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// foreign is the origin of a variable or field of another package, as used here: what its package says of it, and what
// this package gives it.
func (t *Tracer) foreign(at ast.Expr, v *types.Var, owner string) Trace {
	if sig := model.Of(v, owner); sig != nil {
		return t.held(at, v, sig)
	}
	out := t.assigned(v, t.writes[v])
	if s := t.facts(v); s != nil && len(s.From) > 0 {
		out.Add(s.From[0].trace(at, v, nil))
	} else if len(out.Births) == 0 {
		out.Add(unknown(at))
	}
	out.through(v)
	return out
}

// held is the origin of a modelled field or variable. What a constructor was given for a field's role is the field's
// value; a constructor that was given nothing made the value itself.
func (t *Tracer) held(at ast.Expr, v *types.Var, sig *model.Sig) Trace {
	role := sig.Result(0)
	sel, ok := at.(*ast.SelectorExpr)
	if !ok || !v.IsField() || role.Source() {
		k, ok := kinds[role]
		if !ok {
			k = Object
		}
		return birth(Origin{Kind: k, At: at, Obj: v, Part: role, Size: -1})
	}
	if role == model.From {
		return t.Open(sel.X)
	}
	var out Trace
	for _, o := range t.Close(t.Open(sel.X)).Births {
		c, ok := o.At.(*ast.CallExpr)
		if o.Kind == Request && role == model.Value { // what the cookie of a request carries
			out.Add(birth(o))
			continue
		}
		if !ok || o.Kind != Object {
			k, known := kinds[role]
			if !known {
				k = Unknown
			}
			out.Add(birth(Origin{Kind: k, At: at, Obj: v, Size: -1}))
			continue
		}
		made, _ := t.row(c)
		args := []ast.Expr{}
		if made != nil {
			args = Args(c, made, role)
		}
		for _, a := range args {
			out.Add(t.Open(a))
		}
		if len(args) == 0 {
			out.Add(birth(Origin{Kind: Object, At: c, Obj: v, Size: -1}))
		}
	}
	return out
}

// selector is the origin of x.f: a package's name, a field or a method.
func (t *Tracer) selector(e *ast.SelectorExpr) Trace {
	sel := t.info.Selections[e]
	if sel == nil {
		return t.object(e, t.info.ObjectOf(e.Sel))
	}
	if f, ok := sel.Obj().(*types.Var); ok {
		return t.once(e, 0, func() Trace { return t.field(e, sel, f.Origin()) })
	}
	return t.object(e, sel.Obj())
}

// field is the origin of x.f. The last assignments to x.f count where x is a local variable that the function itself
// filled; else what the literals say that x can be, and all assignments to f; else all that f is ever given.
func (t *Tracer) field(e *ast.SelectorExpr, sel *types.Selection, f *types.Var) Trace {
	if f.Pkg() != t.pass.Pkg {
		if tr, ok := t.project(e.X, f); ok {
			return tr
		}
		return t.foreign(e, f, OwnerName(sel))
	}
	if tr, ok := t.localField(e, f); ok {
		tr.through(f)
		return tr
	}
	tr := t.once(f, 0, func() Trace { return t.everyField(f) })
	tr.through(f)
	return tr
}

// OwnerName returns the name of the type that declares the field of a selection.
func OwnerName(sel *types.Selection) string {
	typ := sel.Recv()
	for i, n := range sel.Index() {
		st := structOf(typ)
		if st == nil {
			return ""
		}
		if i == len(sel.Index())-1 {
			break
		}
		typ = st.Field(n).Type()
	}
	if p, ok := types.Unalias(typ).(*types.Pointer); ok {
		typ = p.Elem()
	}
	if n, ok := types.Unalias(typ).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// everyField is all that a field of this package is ever given: assignments, literals, its tag and whatever fills the
// struct as a whole.
func (t *Tracer) everyField(f *types.Var) Trace {
	out := t.assigned(f, t.writes[f])
	out.Add(t.tagged(f))
	if len(out.Births) == 0 {
		out.Add(unknown(nil))
	}
	return out
}

// localField is the origin of x.f where x is a local variable: the assignments to x.f or to x that can be the last.
func (t *Tracer) localField(e *ast.SelectorExpr, f *types.Var) (Trace, bool) {
	id, ok := ast.Unparen(e.X).(*ast.Ident)
	if !ok {
		return Trace{}, false
	}
	v, ok := t.info.ObjectOf(id).(*types.Var)
	if !ok || v.Parent() == nil || v.Parent() == v.Pkg().Scope() || t.params[v].fn != nil {
		return Trace{}, false
	}
	writes := slices.Clone(t.writes[v])
	for _, w := range t.writes[f] {
		if base, ok := w.base.(*ast.Ident); ok && t.info.ObjectOf(base) == v {
			writes = append(writes, w)
		}
	}
	fn, ok := t.ordered(v, e.Pos(), writes)
	if !ok {
		return Trace{}, false
	}
	last, entry, ok := t.reaching(fn, e.Pos(), writes, func(w write) bool { return !w.into && !w.join && w.call == nil })
	if !ok || entry {
		return Trace{}, false
	}
	return t.last(f, last)
}

// last is what the writes that can be the last before a use give field f of a local variable. ok is false when one of
// them gives the variable a value whose fields are not known.
func (t *Tracer) last(f *types.Var, writes []write) (out Trace, ok bool) {
	filled := slices.ContainsFunc(writes, t.fillsAll)
	for _, w := range writes {
		switch {
		case t.fillsAll(w):
			out.Add(t.tagged(f))
		case w.base == nil && w.call != nil: // the struct as a whole is filled
			out.Add(t.written(f, w).each(func(o *Origin) { o.Field = f }))
		case w.base != nil:
			out.Add(t.written(f, w))
		case w.value == nil && filled: // a struct is declared empty, then filled
		case w.value == nil:
			out.Add(birth(Origin{Kind: Nothing}))
		default:
			part, ok := t.project(w.value, f)
			if !ok {
				return Trace{}, false
			}
			out.Add(part)
		}
	}
	return out, true
}

// fillsAll reports whether a write is a configuration library's, which knows each field by its tag.
func (t *Tracer) fillsAll(w write) bool {
	if w.call == nil || w.base != nil {
		return false
	}
	sig, _ := t.row(w.call)
	return sig != nil && sig.Verb == model.Fill && sig.Arg(w.arg) == model.Filled
}

// project is the origin of field f of the literals that x can be. ok is false when x may be something else.
func (t *Tracer) project(x ast.Expr, f *types.Var) (out Trace, ok bool) {
	from := t.Open(x)
	if len(from.Births) == 0 {
		return Trace{}, false
	}
	for _, o := range from.Births {
		lit, isLit := o.At.(*ast.CompositeLit)
		if o.Kind != Object || !isLit || !declares(structOf(t.info.TypeOf(lit)), f) {
			return Trace{}, false
		}
		set := false
		for _, w := range t.writes[f] {
			if w.lit == lit {
				out.Add(t.written(f, w))
				set = true
			}
		}
		if !set {
			out.Add(birth(Origin{Kind: Nothing, At: lit}))
		}
	}
	for _, w := range t.writes[f] {
		if w.lit == nil {
			out.Add(t.written(f, w))
		}
	}
	out.through(f)
	return out, true
}

// declares reports whether f is a field of the struct itself, not of one it embeds.
func declares(st *types.Struct, f *types.Var) bool {
	for i := 0; st != nil && i < st.NumFields(); i++ {
		if st.Field(i).Origin() == f {
			return true
		}
	}
	return false
}
