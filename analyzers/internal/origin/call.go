package origin

// This file traces results of calls:
//
//	[]byte(s), append(a, b...), make([]byte, 32) // conversions and builtins
//	hex.EncodeToString(b), os.Getenv("A")        // modelled functions
//	secret(cfg)                                  // functions of this package
//	sign := newSigner; sign(key)                 // variables that hold one

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// ofCall is the origin of a result of a call. What is not known of two results need not be one
// value.
func ofCall(t *Tracer, e *ast.CallExpr, result int) Trace {
	out := ofResult(t, e, result)
	if result == 0 || !out.ComesFrom(e) {
		return out
	}
	return out.Each(func(o *Origin) {
		if o.Kind == Unknown && o.At == e {
			o.Result = result
		}
	})
}

func ofResult(t *Tracer, e *ast.CallExpr, result int) Trace {
	if tv := t.info.Types[e.Fun]; tv.IsType() {
		return ofConversion(t, e)
	} else if tv.IsBuiltin() {
		return ofBuiltin(t, e)
	}
	sig, obj := t.index.Row(e)
	if sig != nil {
		return ofModelled(t, e, sig, obj, result)
	}
	if fn, ok := obj.(*types.Func); ok {
		return ofDeclared(t, e, fn, result)
	}
	var out Trace
	for _, o := range t.Local(e.Fun).Origins { // a variable that holds a function
		if o.Kind == Func && o.Func != nil {
			out.Add(substitute(t, t.results(o.Func, result, e), e, o.Func))
		} else {
			out.Add(unknown(e))
		}
	}
	return out
}

// ofConversion is the origin of T(x), which is that of x.
func ofConversion(t *Tracer, e *ast.CallExpr) Trace {
	if len(e.Args) != 1 {
		return unknown(e)
	}
	return t.Local(e.Args[0])
}

// ofBuiltin is the origin of what a builtin returns. Of append, the result is made of both the
// bytes and what is added; of other slices, only the list itself is followed.
func ofBuiltin(t *Tracer, e *ast.CallExpr) Trace {
	id, _ := ast.Unparen(e.Fun).(*ast.Ident)
	switch {
	case id == nil:
	case id.Name == "append":
		out := t.Local(e.Args[0])
		for _, a := range e.Args[1:] {
			if isBuffer(t.info.TypeOf(e)) {
				out = join(out, t.Local(a))
			}
		}
		return out
	case id.Name == "make":
		o := Origin{Kind: Object, At: e, Size: -1}
		if isBuffer(t.info.TypeOf(e)) && len(e.Args) > 1 {
			o.Kind, o.Size = Nothing, int(t.Integer(e.Args[1]))
		}
		return one(o)
	case id.Name == "new" && !t.info.Types[e.Args[0]].IsType():
		return t.Local(e.Args[0]) // a pointer to a new variable with that value
	case id.Name == "new":
		return one(Origin{Kind: Object, At: e, Size: -1})
	case id.Name == "min" || id.Name == "max":
		return ofChosen(t, e.Args)
	}
	return unknown(e)
}

// ofChosen is the origin of one of several values: min(a, b), cmp.Or(a, b).
func ofChosen(t *Tracer, from []ast.Expr) Trace {
	var out Trace
	for _, a := range from {
		out.Add(t.Local(a))
	}
	return out
}

// ofModelled is the origin of a result of a call that the model knows.
func ofModelled(t *Tracer, e *ast.CallExpr, sig *model.Sig, obj types.Object, result int) Trace {
	switch sig.Verb {
	case model.Read:
		k, ok := kinds[sig.Result(result)]
		if !ok || k == Token && isMessage(t, e, sig) {
			return one(Origin{Kind: Unknown, At: e, Obj: obj, Size: -1})
		}
		return ofSource(t, e, sig, k)
	case model.Pass, model.Hash, model.Derive:
		role := sig.Result(result)
		if result > 0 && role != model.After {
			return unknown(e)
		}
		return ofStream(t, e, sig, ofMade(t, e, sig)).piecesOf(e, role)
	case model.Header, model.SetCredentials, model.Fetch, model.Put, model.Claim:
		// A setter that returns what it is called on can be called again on the result.
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Method &&
			types.Identical(t.info.TypeOf(e), t.info.TypeOf(sel.X)) {
			return t.Local(sel.X)
		}
	case model.Pick:
		return ofPicked(t, e, sig)
	case model.Attached:
		return ofAttached(t, e, sig, obj, result)
	case model.Choose:
		return ofChosen(t, syntax.Args(e, sig, model.From))
	case model.Time:
		if sig.Result(0) == model.Clock {
			return one(Origin{Kind: Clock, At: e, Size: -1})
		}
		if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Method {
			return t.Local(sel.X)
		}
	case model.Sign:
		if len(sig.Results) == 0 || sig.Result(result) == model.Token && !isMessage(t, e, sig) {
			return one(Origin{Kind: Token, At: e, Obj: obj, Size: -1})
		}
	case model.Build, model.Send:
		return one(Origin{Kind: Object, At: e, Obj: obj, Size: -1})
	case model.Verify, model.Decode:
		if r := sig.Result(result); r == model.Object || r == model.Claims {
			return one(Origin{Kind: Object, At: e, Obj: obj, Size: -1})
		}
	}
	return one(Origin{Kind: Unknown, At: e, Obj: obj, Size: -1})
}

// ofPicked is the origin of what a collection holds under a name: r.Header.Get("Authorization").
func ofPicked(t *Tracer, e *ast.CallExpr, sig *model.Sig) Trace {
	sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
	names := syntax.Args(e, sig, model.Name)
	if !ok || len(names) == 0 {
		return unknown(e)
	}
	var out Trace
	for _, o := range t.ResolveParams(t.Local(sel.X)).Origins {
		if o.Kind != Request {
			out.Add(unknown(e))
			continue
		}
		it := Origin{Kind: Request, At: e, Part: o.Part, Size: -1}
		if it.Part == model.Headers { // one of them is not all of them
			it.Part = model.Request
		}
		if !t.Local(names[0]).Has(Param) { // a helper's parameter is named by each of its calls
			it.Names = t.Strings(names[0])
		}
		out.Add(one(it))
	}
	return out
}

// ofMade is the origin of what a modelled helper makes of its arguments: fmt.Sprintf,
// sha256.Sum256, strings.TrimSpace. With a mask that is no constant, some of the text is
// replaced.
func ofMade(t *Tracer, e *ast.CallExpr, sig *model.Sig) Trace {
	parts := partsOf(t, e, sig)
	if len(parts) == 0 {
		return unknown(e)
	}
	masks := slices.ContainsFunc(
		syntax.Args(e, sig, model.Mask),
		func(a ast.Expr) bool { return t.info.Types[a].Value == nil },
	)
	var out Trace
	for i, p := range parts {
		tr := t.Local(p.Expr)
		if p.Cut {
			tr = tr.Each(func(o *Origin) { o.Masked = true })
		}
		if i > 0 {
			tr = join(out, tr)
		}
		out = tr
	}
	return out.Each(func(o *Origin) {
		o.Hashed = o.Hashed || sig.Verb == model.Hash || sig.Verb == model.Derive
		o.Masked = o.Masked || masks
		o.Checked = o.Checked || sig.Result(0) == model.Key // a parser refuses an empty text
		if o.Kind != Const || len(parts) > 1 || o.Hashed {
			o.Value = nil
		}
		o.Size = length(e, t.info, sig, o.Size)
	})
}

// partsOf returns what a modelled helper makes its result of. Of what is formatted as a type, an
// address or a truth value, nothing is left.
func partsOf(t *Tracer, e *ast.CallExpr, sig *model.Sig) []syntax.Formatted {
	var out []syntax.Formatted
	for _, f := range syntax.Args(e, sig, model.Format) {
		out = append(out, syntax.Formatted{Expr: f})
	}
	for _, f := range t.index.Formatted(e, sig, model.From) {
		if !f.IsAny("Tpt") {
			out = append(out, f)
		}
	}
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && sig.Recv == model.From {
		out = append(out, syntax.Formatted{Expr: sel.X})
	}
	return out
}

// length returns how many bytes a modelled helper makes of size bytes, -1 where that is not known.
func length(e *ast.CallExpr, info *types.Info, sig *model.Sig, size int) int {
	if n, ok := typing.BytesOf(info.TypeOf(e)); ok && n >= 0 {
		return n // a digest's array
	}
	if size < 0 {
		return -1
	}
	return sig.Encoded(size)
}
