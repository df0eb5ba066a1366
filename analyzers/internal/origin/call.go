package origin

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// call is the origin of a result of a call.
func (t *Tracer) call(e *ast.CallExpr, result int) Trace {
	if tv := t.info.Types[e.Fun]; tv.IsType() {
		return t.conversion(e)
	} else if tv.IsBuiltin() {
		return t.builtin(e)
	}
	sig, obj := t.row(e)
	if sig != nil {
		return t.modelled(e, sig, obj, result)
	}
	if fn, ok := obj.(*types.Func); ok {
		return t.declared(e, fn, result)
	}
	var out Trace
	for _, o := range t.Open(e.Fun).Births { // a variable that holds a function
		if o.Kind == Func && o.Fn != nil {
			out.Add(t.substitute(t.results(o.Fn, result), e, o.Fn))
		} else {
			out.Add(unknown(e))
		}
	}
	return out
}

func (t *Tracer) conversion(e *ast.CallExpr) Trace {
	if len(e.Args) != 1 {
		return unknown(e)
	}
	return t.Open(e.Args[0])
}

func (t *Tracer) builtin(e *ast.CallExpr) Trace {
	id, _ := ast.Unparen(e.Fun).(*ast.Ident)
	switch {
	case id == nil:
	case id.Name == "append":
		out := t.Open(e.Args[0])
		for _, a := range e.Args[1:] {
			if _, _, ok := bytesOf(t.info.TypeOf(e)); ok {
				out = join(out, t.Open(a))
			}
		}
		return out
	case id.Name == "make":
		o := Origin{Kind: Object, At: e, Size: -1}
		if _, _, ok := bytesOf(t.info.TypeOf(e)); ok && len(e.Args) > 1 {
			o.Kind, o.Size = Nothing, int(t.integer(e.Args[1]))
		}
		return birth(o)
	case id.Name == "new":
		return birth(Origin{Kind: Object, At: e, Size: -1})
	case id.Name == "min" || id.Name == "max":
		var out Trace
		for _, a := range e.Args {
			out.Add(t.Open(a))
		}
		return out
	}
	return unknown(e)
}

// modelled is the origin of a result of a call that the model knows.
func (t *Tracer) modelled(e *ast.CallExpr, sig *model.Sig, obj types.Object, result int) Trace {
	switch sig.Verb {
	case model.Read:
		k, ok := kinds[sig.Result(result)]
		if !ok {
			return birth(Origin{Kind: Unknown, At: e, Obj: obj, Size: -1})
		}
		return t.source(e, sig, k)
	case model.Pass, model.Hash:
		if result > 0 {
			return unknown(e)
		}
		return t.made(e, sig)
	case model.Header, model.Prove, model.Fetch, model.Put, model.Claim: // a setter that returns what it is called on
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Method && types.Identical(t.info.TypeOf(e), t.info.TypeOf(sel.X)) {
			return t.Open(sel.X)
		}
	case model.Pick:
		return t.picked(e, sig)
	case model.Choose:
		var out Trace
		for _, a := range Args(e, sig, model.From) {
			out.Add(t.Open(a))
		}
		return out
	case model.Time:
		if sig.Result(0) == model.Clock {
			return birth(Origin{Kind: Clock, At: e, Size: -1})
		}
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Method {
			return t.Open(sel.X)
		}
	case model.Sign:
		if len(sig.Results) == 0 || sig.Result(result) == model.Token {
			return birth(Origin{Kind: Token, At: e, Obj: obj, Size: -1})
		}
	case model.Build, model.Send:
		return birth(Origin{Kind: Object, At: e, Obj: obj, Size: -1})
	case model.Verify, model.Decode:
		if r := sig.Result(result); r == model.Object || r == model.Claims {
			return birth(Origin{Kind: Object, At: e, Obj: obj, Size: -1})
		}
	}
	return birth(Origin{Kind: Unknown, At: e, Obj: obj, Size: -1})
}

// picked is the origin of what a collection holds under a name.
func (t *Tracer) picked(e *ast.CallExpr, sig *model.Sig) Trace {
	sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
	names := Args(e, sig, model.Name)
	if !ok || len(names) == 0 {
		return unknown(e)
	}
	var out Trace
	for _, o := range t.Close(t.Open(sel.X)).Births {
		if o.Kind != Request {
			out.Add(unknown(e))
			continue
		}
		it := Origin{Kind: Request, At: e, Part: o.Part, Size: -1}
		if it.Part == model.Headers { // one of them is not all of them
			it.Part = model.Request
		}
		if !t.Open(names[0]).Has(Param) { // a helper's parameter is named by each of its calls
			it.Names = t.Texts(names[0])
		}
		out.Add(birth(it))
	}
	return out
}

// made is the origin of what a modelled helper makes of its arguments.
func (t *Tracer) made(e *ast.CallExpr, sig *model.Sig) Trace {
	parts := append(Args(e, sig, model.Format), Args(e, sig, model.From)...)
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Recv == model.From {
		parts = append(parts, sel.X)
	}
	if len(parts) == 0 {
		return unknown(e)
	}
	masks := slices.ContainsFunc(Args(e, sig, model.Mask), func(a ast.Expr) bool { return t.info.Types[a].Value == nil })
	out := t.Open(parts[0])
	for _, p := range parts[1:] {
		out = join(out, t.Open(p))
	}
	return out.each(func(o *Origin) {
		o.Hashed = o.Hashed || sig.Verb == model.Hash
		o.Cut = o.Cut || masks
		o.Checked = o.Checked || sig.Result(0) == model.Key // a parser refuses an empty text
		if o.Kind != Const || len(parts) > 1 || o.Hashed {
			o.Value = nil
		}
		o.Size = length(e, t.info, o.Size)
	})
}

// length returns how many bytes a helper makes of size bytes.
func length(e *ast.CallExpr, info *types.Info, size int) int {
	if _, n, ok := bytesOf(info.TypeOf(e)); ok && n >= 0 {
		return n // a digest's array
	}
	sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
	switch {
	case !ok || size < 0:
	case sel.Sel.Name == "EncodeToString" && len(e.Args) == 1:
		if fn, _ := typeutil.Callee(info, e).(*types.Func); fn != nil && fn.Signature().Recv() == nil {
			return 2 * size // hex
		}
		return (size + 2) / 3 * 4
	case sel.Sel.Name == "TrimSpace" || sel.Sel.Name == "Clone":
		return size
	}
	return -1
}

// Args returns the arguments of a call that have the role.
func Args(e *ast.CallExpr, sig *model.Sig, r model.Role) []ast.Expr {
	var out []ast.Expr
	for i, a := range e.Args {
		if sig.Arg(i) == r {
			out = append(out, a)
		}
	}
	return out
}
