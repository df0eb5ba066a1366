package origin

// This file traces fields:
//
//	srv := Server{key: key}            // a literal
//	srv.key = os.Getenv("JWT_SECRET")  // an assignment
//	json.Unmarshal(data, &srv)         // the struct as a whole
//	sign(srv.key)                      // ofLocalField: the last of them; else ofEveryField
//	cookie.Value, config.Secret        // ofForeign: fields of other packages

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// ofForeign is the origin of a variable or field of another package, as used here: what the model
// or the facts of that package say of it, and what this package gives it.
func ofForeign(t *Tracer, at ast.Expr, v *types.Var, owner string) Trace {
	if sig := model.Of(v, owner); sig != nil {
		return ofHeld(t, at, v, sig)
	}
	if holdsMany(t, v) {
		return unknown(at)
	}
	out := Given(t, v)
	s := t.facts(v)
	if s != nil && len(s.From) > 0 {
		out.Add(s.From[0].trace(at, v, fileOf(t, v), nil))
	} else if len(out.Origins) == 0 {
		out.Add(unknown(at))
	}
	if s != nil && s.Tested {
		out = out.Each(func(o *Origin) { o.Checked = true })
	}
	out.through(v)
	return out
}

// Given returns what this package gives a variable or field of another package: in assignments
// and literals, and by calls of libraries that fill the struct as a whole. A flag may be given the
// variable that it sets as its default.
func Given(t *Tracer, v *types.Var) Trace {
	return t.once(foreign{v}, 0, func() Trace {
		out := ofWrites(t, v, t.index.Writes[v])
		if s := settings(t)[v]; s != nil && s.library {
			out.Add(ofTag(t, v))
		}
		return out
	})
}

// foreign stands for what this package gives a variable.
type foreign struct{ v *types.Var }

// Field returns the origins of a field of another package in the struct that e is.
func Field(t *Tracer, e ast.Expr, f *types.Var) Trace { return ofForeign(t, e, f, "") }

// ofHeld is the origin of a modelled field or variable. What a constructor was given for a
// field's role is the field's value; a constructor that was given nothing made the value itself.
func ofHeld(t *Tracer, at ast.Expr, v *types.Var, sig *model.Sig) Trace {
	role := sig.Result(0)
	sel, ok := at.(*ast.SelectorExpr)
	if !ok || !v.IsField() || role.Source() {
		o := Origin{Kind: kindOf(role, Object), At: at, Obj: v, Part: role, Size: -1}
		o.Masked = role == model.Headers && t.Stripped(at)
		return one(o)
	}
	if role == model.From {
		return t.Local(sel.X)
	}
	var out Trace
	for _, o := range t.ResolveParams(t.Local(sel.X)).Origins {
		c, isCall := o.At.(*ast.CallExpr)
		switch {
		case o.Kind == Request && role == model.Value: // the value of a request's cookie
			out.Add(one(*o))
		case !isCall || o.Kind != Object:
			out.Add(one(Origin{Kind: kindOf(role, Unknown), At: at, Obj: v, Size: -1}))
		default:
			out.Add(ofConstructed(t, c, v, role))
		}
	}
	return out
}

// ofConstructed is the origin of a field of what a constructor call returns: the arguments in the
// role of the field, or the constructor itself where there are none.
func ofConstructed(t *Tracer, c *ast.CallExpr, v *types.Var, role model.Role) Trace {
	var out Trace
	sig, _ := t.index.Row(c)
	if sig != nil {
		for _, a := range syntax.Args(c, sig, role) {
			out.Add(t.Local(a))
		}
	}
	if sig == nil || len(syntax.Args(c, sig, role)) == 0 {
		return one(Origin{Kind: Object, At: c, Obj: v, Size: -1})
	}
	return out
}

// ofSelector is the origin of x.f: a package's name, a field or a method.
func ofSelector(t *Tracer, e *ast.SelectorExpr) Trace {
	sel := t.info.Selections[e]
	if sel == nil {
		return ofObject(t, e, t.info.ObjectOf(e.Sel))
	}
	if f, ok := sel.Obj().(*types.Var); ok {
		return t.once(e, 0, func() Trace { return ofField(t, e, sel, f.Origin()) })
	}
	return ofObject(t, e, sel.Obj())
}

// ofField is the origin of x.f. Where x is a local variable that the function itself filled, the
// last assignments to x.f count; else, for a field of another package, the literals that x can be
// and all assignments to f; else all that f is ever given.
func ofField(t *Tracer, e *ast.SelectorExpr, sel *types.Selection, f *types.Var) Trace {
	if f.Pkg() != t.pkg {
		if tr, ok := project(t, e.X, f); ok {
			return tr
		}
		return ofForeign(t, e, f, typing.OwnerName(sel))
	}
	if tr, ok := ofLocalField(t, e, f); ok {
		return viaField(t, tr, f)
	}
	return viaField(t, t.once(f, 0, func() Trace { return ofEveryField(t, f) }), f)
}

// viaField returns a trace on whose way a field is. What reaches one record's value says nothing
// of the field.
func viaField(t *Tracer, tr Trace, f *types.Var) Trace {
	if !holdsMany(t, f) {
		tr.through(f)
	}
	return tr
}

// ofEveryField is all that a field of this package is ever given: assignments, literals, its tag
// and whatever fills the struct as a whole.
func ofEveryField(t *Tracer, f *types.Var) Trace {
	if holdsMany(t, f) {
		return unknown(nil)
	}
	out := ofWrites(t, f, t.effective(t.index.Writes[f]))
	out.Add(ofTag(t, f))
	if len(out.Origins) == 0 {
		out.Add(unknown(nil))
	}
	return out
}

// ofLocalField is the origin of x.f where x is a local variable: the assignments to x.f or to x
// that can be the last.
func ofLocalField(t *Tracer, e *ast.SelectorExpr, f *types.Var) (Trace, bool) {
	id, ok := ast.Unparen(e.X).(*ast.Ident)
	if !ok {
		return Trace{}, false
	}
	v, ok := t.info.ObjectOf(id).(*types.Var)
	if !ok || v.Parent() == nil || v.Parent() == v.Pkg().Scope() || t.index.Params[v].Func != nil {
		return Trace{}, false
	}
	writes := writesOf(t, v, f)
	fn, ok := t.flow.Ordered(v, e.Pos(), writes)
	if !ok {
		return Trace{}, false
	}
	whole := func(w syntax.Write) bool { return !w.Into && !w.Join && w.Call == nil }
	last, entry, ok := t.flow.Reaching(fn, e.Pos(), writes, whole)
	if !ok || entry {
		return Trace{}, false
	}
	return ofLast(t, f, last)
}

// part is a field of a local variable.
type part struct{ v, f *types.Var }

// writesOf returns the assignments to a local variable and to a field of it, the same list each time.
func writesOf(t *Tracer, v, f *types.Var) []syntax.Write {
	writes, ok := t.parts[part{v, f}]
	if !ok {
		writes = slices.Clone(t.index.Writes[v])
		for _, w := range t.index.Writes[f] {
			if base, ok := w.Base.(*ast.Ident); ok && t.info.ObjectOf(base) == v {
				writes = append(writes, w)
			}
		}
		t.parts[part{v, f}] = writes
	}
	return writes
}

// ofLast is the origin that the writes which can be the last before a use give field f of a local
// variable. ok is false when one of them gives the variable a value whose fields are not known.
func ofLast(t *Tracer, f *types.Var, writes []syntax.Write) (out Trace, ok bool) {
	filled := slices.ContainsFunc(writes, func(w syntax.Write) bool { return fillsAll(t, w) })
	for _, w := range writes {
		switch {
		case fillsAll(t, w):
			out.Add(ofTag(t, f))
		case w.Base == nil && w.Call != nil: // the struct as a whole is filled
			out.Add(ofWrite(t, f, w).Each(func(o *Origin) { o.Field = f }))
		case w.Base != nil:
			out.Add(ofWrite(t, f, w))
		case w.Value == nil && filled: // a struct is declared empty, then filled
		case w.Value == nil:
			out.Add(nothing(t, f, Origin{}))
		default:
			part, ok := project(t, w.Value, f)
			if !ok {
				return Trace{}, false
			}
			out.Add(part)
		}
	}
	return out, true
}

// fillsAll reports whether a write is a call of a library that fills each field by its tag, with
// settings or from a request: envconfig.Process("", &cfg), c.ShouldBindJSON(&in).
func fillsAll(t *Tracer, w syntax.Write) bool {
	if w.Call == nil || w.Base != nil {
		return false
	}
	sig, _ := t.index.Row(w.Call)
	return sig != nil && (sig.Arg(w.Arg) == model.Posted ||
		sig.Verb == model.Fill && sig.Arg(w.Arg) == model.Filled)
}

// project is the origin of field f of the literals that x can be: what they give it, the zero
// value where they leave it out, and every assignment to f. ok is false when x may be something
// else.
func project(t *Tracer, x ast.Expr, f *types.Var) (out Trace, ok bool) {
	from := t.Local(x)
	if len(from.Origins) == 0 {
		return Trace{}, false
	}
	for _, o := range from.Origins {
		lit, isLit := o.At.(*ast.CompositeLit)
		if o.Kind != Object || !isLit || !typing.Declares(typing.StructOf(t.info.TypeOf(lit)), f) {
			return Trace{}, false
		}
		set := false
		for _, w := range t.index.Writes[f] {
			if w.Lit == lit {
				out.Add(ofWrite(t, f, w))
				set = true
			}
		}
		if !set {
			out.Add(nothing(t, f, Origin{At: lit}))
		}
	}
	for _, w := range t.index.Writes[f] {
		if w.Lit == nil {
			out.Add(ofWrite(t, f, w))
		}
	}
	return viaField(t, out, f), true
}
