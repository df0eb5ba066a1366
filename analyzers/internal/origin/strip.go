package origin

// This file knows requests and headers whose credentials are taken out before others see them:
//
//	c := r.Clone(ctx)
//	c.Header.Del("Authorization")
//	httputil.DumpRequest(c, false)          // masked
//	for _, name := range sensitive {
//		h.Set(name, "[redacted]")
//	}
//	log.Print(h)                            // masked too

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// stripping is a place that takes the credentials out of a header, or puts some in.
type stripping struct {
	at   token.Pos
	in   ast.Node // the function around it
	puts bool
}

// holder identifies what has a header: a variable, or a field of what it holds.
type holder struct {
	root types.Object
	path string
}

// Stripped reports whether the credentials of a request or header are taken out before it is used
// here, by the function itself or one that it calls for that.
func (t *Tracer) Stripped(e ast.Expr) bool {
	if len(t.strips) == 0 {
		return false
	}
	h, ok := holderOf(t, e)
	if !ok {
		return false
	}
	fn := t.index.FuncAt(e.Pos())
	last := stripping{puts: true}
	for _, s := range t.strips[h] {
		if last.at <= s.at && s.at < e.Pos() && s.in == fn {
			last = s
		}
	}
	return !last.puts
}

// holderOf returns what has the header that an expression is, or which the request has that it is.
func holderOf(t *Tracer, e ast.Expr) (holder, bool) {
	e = ast.Unparen(e)
	if sel, ok := e.(*ast.SelectorExpr); ok {
		if f, ok := t.info.ObjectOf(sel.Sel).(*types.Var); ok && f.IsField() {
			sig := model.Of(f, typing.TypeNameOf(t.info.TypeOf(sel.X)))
			if sig.Means(model.Hold, model.Headers) {
				e = ast.Unparen(sel.X)
			}
		}
	}
	root := e
	for {
		sel, ok := ast.Unparen(root).(*ast.SelectorExpr)
		if !ok {
			break
		}
		root = sel.X
	}
	id, ok := ast.Unparen(root).(*ast.Ident)
	if !ok {
		return holder{}, false
	}
	v, ok := t.info.ObjectOf(id).(*types.Var)
	return holder{v, types.ExprString(e)}, ok
}

// findStrips finds what takes credentials out of headers, or puts some in.
func findStrips(t *Tracer) {
	add := func(e ast.Expr, at token.Pos, puts bool) {
		if h, ok := holderOf(t, e); ok {
			t.strips[h] = append(t.strips[h], stripping{at, t.index.FuncAt(at), puts})
		}
	}
	for _, c := range t.index.Calls {
		if on, puts := strips(t, c); on != nil {
			add(on, c.Pos(), puts)
		}
	}
	for _, s := range t.index.Stores {
		switch sig := t.index.FieldRow(s); {
		case s.Value == nil || s.Key != nil && !isTextMap(t.info.TypeOf(s.Base)):
		case s.Key != nil && namesCredential(t, s.Key):
			add(s.Base, s.Key.Pos(), !t.ShowsNothing(s.Value))
		case s.Key != nil && len(t.Strings(s.Key)) == 0 && t.ShowsNothing(s.Value):
			add(s.Base, s.Key.Pos(), false) // of a field whose name is not known
		case sig.Means(model.Hold, model.Headers): // c.Header = safe(r.Header)
			add(s.Base, s.Base.Pos(), hasCredentials(t.Local(s.Value)))
		}
	}
	if len(t.strips) == 0 {
		return
	}
	for _, c := range t.index.Calls { // of functions that do so with what they are given
		fn, _ := t.index.Callee(c).(*types.Func)
		d := t.index.Decls[fn]
		if d == nil {
			continue
		}
		for i, a := range c.Args {
			v := t.index.Param(d, i)
			if v == nil {
				continue
			}
			if all := t.strips[holder{v, v.Name()}]; len(all) > 0 {
				add(a, c.Pos(), slices.MaxFunc(all, later).puts)
			}
		}
	}
}

// later orders strippings by where they are.
func later(a, b stripping) int { return int(a.at - b.at) }

// strips returns the header that a call takes the credentials out of, or puts some into, nil for
// other calls.
func strips(t *Tracer, c *ast.CallExpr) (on ast.Expr, puts bool) {
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok && id.Name == "delete" && len(c.Args) == 2 &&
		t.info.Types[c.Fun].IsBuiltin() && namesCredential(t, c.Args[1]) {
		return c.Args[0], false
	}
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	sig, _ := t.index.Row(c)
	if !ok || sig == nil || sig.Verb != model.Remove && sig.Verb != model.Header ||
		!slices.ContainsFunc(syntax.Args(c, sig, model.Name), func(n ast.Expr) bool {
			return namesCredential(t, n) || sig.Verb == model.Remove && len(t.Strings(n)) == 0
		}) {
		return nil, false
	}
	return sel.X, slices.ContainsFunc(syntax.Args(c, sig, model.Value), func(v ast.Expr) bool {
		return !t.ShowsNothing(v)
	})
}

// isTextMap reports whether a type is a map of texts, or of lists of them, as headers are.
func isTextMap(typ types.Type) bool {
	m, ok := typing.OrInvalid(typ).Underlying().(*types.Map)
	if !ok {
		return false
	}
	list, ok := m.Elem().Underlying().(*types.Slice)
	return typing.IsString(m.Elem()) || ok && typing.IsString(list.Elem())
}

// hasCredentials reports whether a value can be all header fields of a request.
func hasCredentials(tr Trace) bool {
	return slices.ContainsFunc(tr.Origins, func(o *Origin) bool {
		return o.Part == model.Headers && len(o.Names) == 0 && !o.Masked
	})
}

// namesCredential reports whether an expression can be the name of a header field that proves who
// sends it.
func namesCredential(t *Tracer, e ast.Expr) bool {
	return slices.ContainsFunc(t.Strings(e), names.Credential)
}

// ShowsNothing reports whether a value shows nothing of what it stands for: constants, parts and
// digests, what stands before a secret.
func (t *Tracer) ShowsNothing(e ast.Expr) bool {
	if t.Written(e) {
		return true
	}
	tr := t.Local(e)
	return len(tr.Origins) > 0 && !slices.ContainsFunc(tr.Origins, func(o *Origin) bool {
		return o.Kind != Const && o.Kind != Nothing && !o.Masked && !o.Hashed &&
			!(o.Piece.IsPart() && o.Piece.Index == 0)
	})
}
