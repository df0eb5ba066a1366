package origin

// This file follows what one part of a package leaves for another, by a name or by its type:
//
//	ctx = context.WithValue(ctx, tokenKey{}, raw) // ctx.Value(tokenKey{})
//	c.Set("token", raw)                           // c.GetString("token")
//	do.ProvideNamedValue(i, "jwt.key", key)       // do.MustInvokeNamed[string](i, "jwt.key")
//	fx.Supply(signingKey(secret))                 // func newSigner(key signingKey) *signer
//	fx.Provide(newSigner)

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// attachments are what a package leaves in contexts and containers.
type attachments struct {
	values    []attachment
	providers map[ast.Node]*ast.CallExpr // functions that a container calls, by the call that says so
}

// attachment is one value: what an expression is, or what a function returns.
type attachment struct {
	in    *types.Package // whose contexts or containers keep it
	key   ast.Expr       // its name, nil where its type is
	value ast.Expr       // nil for what a function returns
	by    ast.Node       // the function, nil for an expression
}

// attachedHere returns what the package attaches, found once.
func attachedHere(t *Tracer) *attachments {
	if t.attached != nil {
		return t.attached
	}
	t.attached = &attachments{providers: map[ast.Node]*ast.CallExpr{}}
	for _, c := range t.index.Calls {
		sig, obj := t.index.Row(c)
		if sig == nil || !attaches(sig) {
			continue
		}
		it := attachment{in: obj.Pkg()}
		if names := syntax.Args(c, sig, model.Name); len(names) > 0 {
			it.key = names[0]
		}
		for _, a := range attachedValues(c, sig) {
			it.value = a
			t.attached.values = append(t.attached.values, it)
		}
		it.value = nil
		for _, a := range syntax.Args(c, sig, model.Provider) {
			if it.by = t.index.Declared(a); it.by != nil {
				t.attached.values = append(t.attached.values, it)
				t.attached.providers[it.by] = c
			}
		}
	}
	return t.attached
}

// attaches reports whether calls of a row keep values: a constructor that keeps one under a name is
// that of a context.
func attaches(sig *model.Sig) bool {
	return sig.Verb == model.Attach || sig.Verb == model.Attached ||
		sig.Verb == model.Build && sig.Index(model.Name) >= 0 && sig.Index(model.Client) >= 0
}

// attachedValues returns the values that a call keeps.
func attachedValues(c *ast.CallExpr, sig *model.Sig) []ast.Expr {
	if sig.Verb == model.Build {
		return syntax.Args(c, sig, model.Client)
	}
	return syntax.Args(c, sig, model.Value)
}

// ofAttached is the origin of what a call takes out of a context or container: all that this
// package puts there under the name, or of the type.
func ofAttached(t *Tracer, e *ast.CallExpr, sig *model.Sig, obj types.Object, result int) Trace {
	if values := syntax.Args(e, sig, model.Value); len(values) > 0 {
		return t.Local(values[0])
	}
	if result > 0 {
		return unknown(e)
	}
	var out Trace
	if names := syntax.Args(e, sig, model.Name); len(names) > 0 {
		for _, a := range attachedHere(t).values {
			if a.in == obj.Pkg() && a.key != nil && sameName(t.info, a.key, names[0]) {
				out.Add(ofAttachment(t, a, nil))
			}
		}
	} else {
		typ := t.info.TypeOf(e)
		if tuple, ok := typ.(*types.Tuple); ok && tuple.Len() > 0 {
			typ = tuple.At(0).Type()
		}
		out = provided(t, typ, obj.Pkg())
	}
	if len(out.Origins) == 0 {
		return unknown(e)
	}
	return out
}

// IsTaken reports whether this package takes out what a call leaves under a name: then nobody else
// need look at it.
func IsTaken(t *Tracer, c *ast.CallExpr) bool {
	sig, obj := t.index.Row(c)
	if sig == nil || sig.Index(model.Name) < 0 || len(attachedValues(c, sig)) == 0 {
		return false
	}
	name := syntax.Args(c, sig, model.Name)
	return len(name) > 0 && slices.ContainsFunc(t.index.Calls, func(other *ast.CallExpr) bool {
		s, o := t.index.Row(other)
		if s == nil || s.Verb != model.Attached || o.Pkg() != obj.Pkg() || other == c {
			return false
		}
		names := syntax.Args(other, s, model.Name)
		return len(names) > 0 && sameName(t.info, names[0], name[0])
	})
}

// provided is the origin of what a container of a library hands out by its type: of one that this
// package names, so that no other value has it by chance.
func provided(t *Tracer, typ types.Type, in *types.Package) Trace {
	var out Trace
	if typing.TypeName(typing.Deref(typ)) == nil || types.IsInterface(typ) {
		return out
	}
	for _, a := range attachedHere(t).values {
		if a.in == in && a.key == nil {
			out.Add(ofAttachment(t, a, typ))
		}
	}
	return out
}

// ofAttachment is the origin of an attached value, where it has the type; nil stands for any.
func ofAttachment(t *Tracer, a attachment, typ types.Type) Trace {
	if a.by == nil {
		if typ != nil && !types.Identical(t.info.TypeOf(a.value), typ) {
			return Trace{}
		}
		return t.Local(a.value)
	}
	var out Trace
	results := t.index.Signature(a.by).Results()
	for i := range results.Len() {
		if typ == nil && i == 0 || typ != nil && types.Identical(results.At(i).Type(), typ) {
			out.Add(t.results(a.by, i, nil))
		}
	}
	return out
}

// injected returns what a container gives a parameter of a function that it calls.
func injected(t *Tracer, v *types.Var, fn ast.Node) []given {
	call := attachedHere(t).providers[fn]
	if call == nil {
		return nil
	}
	_, obj := t.index.Row(call)
	tr := provided(t, v.Type(), obj.Pkg())
	if len(tr.Origins) == 0 {
		return nil
	}
	return []given{{Trace{slices.Clip(tr.Origins), slices.Clip(tr.Through)}, call}}
}

// sameName reports whether two expressions are one name: equal constants of one type, one variable,
// or values of one type of which there is nothing to tell apart, as of struct{}.
func sameName(info *types.Info, a, b ast.Expr) bool {
	x, y := info.Types[a], info.Types[b]
	if x.Value != nil && y.Value != nil {
		return types.Identical(types.Default(x.Type), types.Default(y.Type)) &&
			x.Value.Kind() == y.Value.Kind() && constant.Compare(x.Value, token.EQL, y.Value)
	}
	if v := variable(info, a); v != nil {
		return v == variable(info, b)
	}
	n, ok := types.Unalias(x.Type).(*types.Named)
	m, same := types.Unalias(y.Type).(*types.Named)
	if !ok || !same || n.Origin() != m.Origin() {
		return false
	}
	st, ok := n.Underlying().(*types.Struct)
	return ok && st.NumFields() == 0
}

// variable returns the package variable that an expression names, nil for others.
func variable(info *types.Info, e ast.Expr) types.Object {
	var obj types.Object
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		obj = info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = info.ObjectOf(e.Sel)
	}
	if v, ok := obj.(*types.Var); ok && !v.IsField() && v.Parent() == v.Pkg().Scope() {
		return v
	}
	return nil
}
