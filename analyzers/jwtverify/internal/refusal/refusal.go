package refusal

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/uses"
)

// Reader finds what the middlewares of a package do with requests that they refuse.
type Reader struct{ calls.View }

// New returns the reader of a package.
func New(p *calls.Package) *Reader { return &Reader{p.View} }

// Refusal is an answer that refuses a request which is handled all the same.
type Refusal struct {
	Response *ast.CallExpr
	Next     *ast.CallExpr // hands the request on
	Abort    string        // the method that would have kept it back, where the framework needs that; "" where a return does
}

// Unenforced returns the answers of middlewares which refuse a request and do not keep it from what handles it next.
func (p *Reader) Unenforced() []Refusal {
	var next, answers, aborts []*ast.CallExpr
	for _, c := range p.Index.Calls {
		switch {
		case p.callsNext(c):
			next = append(next, c)
		case p.refuses(c):
			answers = append(answers, c)
		case p.Index.Verb(c) == model.Abort:
			aborts = append(aborts, c)
		}
	}
	var out []Refusal
	for _, a := range answers {
		fn := p.Index.FuncAt(a.Pos())
		if fn == nil || !p.authenticates(fn) {
			continue
		}
		for _, n := range next {
			if p.Index.FuncAt(n.Pos()) != fn {
				continue
			}
			if w := (Refusal{Response: a, Next: n, Abort: p.aborter(a)}); p.goesOn(w, aborts) {
				out = append(out, w)
				break
			}
		}
	}
	return out
}

// goesOn reports whether a refused request goes on.
func (p *Reader) goesOn(w Refusal, aborts []*ast.CallExpr) bool {
	near := func(c *ast.CallExpr) bool {
		free := func(ast.Node) bool { return false }
		return p.Flow.Reaches(w.Response.Pos(), c.Pos(), free) || p.Flow.Reaches(c.Pos(), w.Response.Pos(), free)
	}
	if slices.ContainsFunc(aborts, near) {
		return false
	}
	if w.Abort != "" {
		return true
	}
	return p.Flow.Reaches(w.Response.Pos(), w.Next.Pos(), func(ast.Node) bool { return false })
}

// callsNext reports whether a call hands a request to what handles it next: by a method, or as a handler that it was given.
func (p *Reader) callsNext(c *ast.CallExpr) bool {
	if p.Index.Verb(c) == model.Next {
		return true
	}
	id, ok := ast.Unparen(c.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := p.Info.ObjectOf(id).(*types.Var)
	if !ok || p.Index.Params[v].Func == nil {
		return false
	}
	obj := typing.TypeName(v.Type())
	if obj == nil {
		return false
	}
	sig := model.Of(obj, "")
	return sig != nil && sig.Verb == model.TypeRole && sig.Result(0) == model.Handler
}

// refuses reports whether a call answers that who asks must not (RFC 9110 sections 15.5.2 and 15.5.4).
func (p *Reader) refuses(c *ast.CallExpr) bool {
	sig := model.Of(p.Index.Callee(c), "")
	if sig == nil || sig.Verb != model.Respond {
		return false
	}
	return slices.ContainsFunc(syntax.Args(c, sig, model.Status), func(e ast.Expr) bool {
		v := p.Info.Types[e].Value
		if v == nil {
			return false
		}
		n, ok := constant.Int64Val(constant.ToInt(v))
		return ok && (n == 401 || n == 403)
	})
}

// aborter returns the method of the answering object by which a framework is told to go no further, "" where it has none.
func (p *Reader) aborter(c *ast.CallExpr) string {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return ""
	}
	set := types.NewMethodSet(fn.Signature().Recv().Type())
	for m := range set.Methods() {
		if sig := model.Of(m.Obj(), ""); sig != nil && sig.Verb == model.Abort && len(sig.Args) == 0 {
			return m.Obj().Name()
		}
	}
	return ""
}

// authenticates reports whether a function decides by a token or other credentials of the request who may go on.
func (p *Reader) authenticates(fn ast.Node) bool {
	within := func(n ast.Node) bool { return fn.Pos() <= n.Pos() && n.End() <= fn.End() }
	if slices.ContainsFunc(p.Calls.All, func(c *calls.Call) bool { return (c.Verb == model.Verify || c.Verb == model.Decode) && within(c.Node) }) {
		return true
	}
	for _, c := range p.Index.Calls {
		if !within(c) {
			continue
		}
		if slices.ContainsFunc(p.Origin.Local(c).Origins, func(o origin.Origin) bool {
			return o.Kind == origin.Request && slices.ContainsFunc(o.Names, names.Credential)
		}) {
			return true
		}
		if f, ok := p.Index.Callee(c).(*types.Func); ok && p.Index.Decls[f] != nil && uses.Verifies(p.Calls, p.Index.Decls[f]) {
			return true
		}
	}
	return false
}
