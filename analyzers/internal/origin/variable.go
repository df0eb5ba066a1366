package origin

// This file traces names:
//
//	var secret = "dev"                                 // ofGlobal
//	func init() { secret = os.Getenv("JWT_SECRET") }   // atStart: replaces "dev"
//	func sign(key []byte) {                            // ofLocal: a Param origin
//		key = append(key, pepper...)
//	}

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// ofObject is the origin of a name.
func ofObject(t *Tracer, at ast.Expr, obj types.Object) Trace {
	switch obj := obj.(type) {
	case *types.Func:
		o := Origin{Kind: Func, At: at, Obj: obj.Origin(), Size: -1}
		if d := t.index.Decls[obj.Origin()]; d != nil {
			o.Func = d
		}
		return one(o)
	case *types.Var:
		return ofVariable(t, at, obj)
	}
	return unknown(at)
}

// ofVariable is the origin of a variable that is no field, as used at the expression.
func ofVariable(t *Tracer, at ast.Expr, v *types.Var) Trace {
	if v.Pkg() != t.pkg {
		return ofForeign(t, at, v, "")
	}
	if v.Parent() == v.Pkg().Scope() {
		tr := t.once(v, 0, func() Trace { return ofGlobal(t, v) })
		tr.through(v)
		return tr
	}
	return t.once(at, 0, func() Trace { return ofLocal(t, at, v) })
}

// ofGlobal is the origin of a package variable: everything assigned to it. An assignment that
// init or main always makes replaces the initial value.
func ofGlobal(t *Tracer, v *types.Var) Trace {
	if spec := t.index.Embeds[v]; spec != nil {
		return one(ofEmbed(t, v, spec))
	}
	writes := t.index.Writes[v]
	if i := slices.IndexFunc(writes, func(w syntax.Write) bool { return atStart(t, w) }); i >= 0 {
		initial := func(w syntax.Write) bool { return t.index.FuncAt(w.Pos) == nil }
		writes = slices.DeleteFunc(slices.Clone(writes), initial)
	}
	out := ofWrites(t, v, writes)
	if len(writes) == 0 {
		out.Add(unknown(nil))
	}
	return out
}

// atStart reports whether a write is made on every start of the program: it stands in the
// statement list of init or main.
func atStart(t *Tracer, w syntax.Write) bool {
	fn, ok := t.index.FuncAt(w.Pos).(*ast.FuncDecl)
	if !ok || fn.Recv != nil ||
		fn.Name.Name != "init" && (fn.Name.Name != "main" || t.pkg.Name() != "main") {
		return false
	}
	return slices.ContainsFunc(fn.Body.List, func(s ast.Stmt) bool { return s.Pos() == w.Pos })
}

// maxWrites is how many assignments to one local variable are followed.
const maxWrites = 4096

// ofLocal is the origin of a local variable or parameter at a use: the assignments that can be
// the last before it where their order is known, else all of them.
func ofLocal(t *Tracer, at ast.Expr, v *types.Var) Trace {
	writes, p := t.index.Writes[v], t.index.Params[v]
	entry := true
	if fn, ok := t.flow.Ordered(v, at.Pos(), writes); ok {
		whole := func(w syntax.Write) bool { return !w.Into && !w.Join && w.Call == nil }
		if last, reached, ok := t.flow.Reaching(fn, at.Pos(), writes, whole); ok {
			writes, entry = last, reached
		}
	}
	if built, ok := ofBuilder(t, v); ok {
		return built
	}
	var out Trace
	if len(writes) > many { // what many uses have in common is traced once
		if len(writes) > maxWrites {
			return unknown(at)
		}
		out = t.once(v, 0, func() Trace { return ofWrites(t, v, t.index.Writes[v]) })
	} else {
		out = ofWrites(t, v, writes)
	}
	if p.Func != nil && entry {
		out.Add(one(Origin{Kind: Param, At: at, Param: v, Size: -1}))
		out.through(v)
	}
	if n, ok := typing.BytesOf(v.Type()); ok && n >= 0 {
		out = out.Each(func(o *Origin) { o.Size = n })
	}
	if t.Stripped(at) {
		out = out.Each(func(o *Origin) { o.Masked = true })
	}
	return out
}

// ofWrites is the union of what the writes give v. A buffer that is made and then filled has the
// length of the one and the content of the other.
func ofWrites(t *Tracer, v *types.Var, writes []syntax.Write) Trace {
	var all gather
	filled, text := false, isBuffer(v.Type())
	for _, w := range writes {
		if v.IsField() && w.Base != nil && staysInCopy(t, w) {
			continue
		}
		if (!w.Into || text) && !blanks(t, w) && !setLater(v, w, writes) {
			all.add(ofWrite(t, v, w))
		}
		filled = filled || w.Call != nil || w.Into
	}
	out := all.Trace
	if overwrites(t, v, writes) || replaced(t, v, writes) {
		out = out.Each(func(o *Origin) { o.Masked = true })
	}
	if filled && out.Has(Random, Weak) { // a buffer is made empty, then filled
		size := -1
		for _, o := range out.Origins {
			if o.Kind == Nothing {
				size = o.Size
			}
		}
		out.Origins = slices.DeleteFunc(slices.Clone(out.Origins), func(o *Origin) bool {
			return o.Kind == Nothing
		})
		out = out.Each(func(o *Origin) { o.Size = size })
	}
	return out
}

// setLater reports whether a write is the declaration of a package variable that a function gives
// its value: whether that runs before the first use is a question about the start of a program.
//
//	var key string
//	func load() { key = mustGetenv("JWT_KEY") }
func setLater(v *types.Var, w syntax.Write, writes []syntax.Write) bool {
	return w.Value == nil && w.Call == nil && typing.IsText(v.Type()) && v.Pkg() != nil &&
		v.Parent() == v.Pkg().Scope() && len(writes) > 1 &&
		!slices.ContainsFunc(writes, func(o syntax.Write) bool { return o.Call != nil || o.Into })
}

// ofWrite is the origin of the value that one write gives.
func ofWrite(t *Tracer, v *types.Var, w syntax.Write) Trace {
	switch {
	case w.Call != nil:
		return ofOutput(t, w.Call, w.Arg)
	case w.Value == nil && w.Decl != nil && isFillable(v.Type()):
		return one(Origin{Kind: Object, At: w.Decl, Size: -1})
	case w.Value == nil:
		n, _ := typing.BytesOf(v.Type())
		return nothing(t, v, Origin{Size: max(n, 0)})
	case w.Elem:
		tr := ofElement(t, w.Value, nil)
		if tr.Has(Request) && choosesBy(t, w.Key) {
			tr = tr.Each(func(o *Origin) { o.Masked = o.Masked || o.Part == model.Headers })
		}
		return tr
	}
	tr := t.local(w.Value, w.Result)
	if w.Join { // x += y: what x was decides when it is the better secret
		var before Trace
		for _, o := range t.index.Writes[v] {
			if !o.Join && !o.Into {
				before.Add(ofWrite(t, v, o))
			}
		}
		tr = join(before, tr)
	}
	return tr
}

// nothing is the origin of the zero value of v, which is not known to stay where its address is kept.
func nothing(t *Tracer, v *types.Var, o Origin) Trace {
	if t.index.Kept[v.Origin()] {
		return unknown(nil)
	}
	o.Kind = Nothing
	return one(o)
}

// isFillable reports whether a variable of the type that is declared without a value is an object
// to be filled, not an empty text: a struct or a map.
func isFillable(t types.Type) bool {
	return typing.StructOf(t) != nil && !typing.IsPointer(t) || typing.IsMap(t)
}
