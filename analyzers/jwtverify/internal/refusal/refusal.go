// Package refusal answers whether a middleware that rejects a request keeps it from the next
// handler, and whether any middleware rejects requests at all. jwtverify asks it:
//
//	if err != nil {
//		http.Error(w, "unauthorized", http.StatusUnauthorized)
//	} // no return
//	next.ServeHTTP(w, r)
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

// Reader finds what the middlewares of a package do with requests that they reject.
type Reader struct{ calls.View }

// New returns the reader of a package.
func New(p *calls.Package) *Reader { return &Reader{p.View} }

// Refusal is a response that rejects a request which is handled all the same.
type Refusal struct {
	Response *ast.CallExpr
	Next     *ast.CallExpr // calls the next handler
	Abort    string        // the method that would stop the request, "" where a return does
}

// Unenforced returns the responses of middlewares which reject a request and do not keep it from
// the next handler (CWE-305).
func (p *Reader) Unenforced() []Refusal {
	var next, responses, aborts []*ast.CallExpr
	for _, c := range p.Index.Calls {
		switch {
		case p.callsNext(c):
			next = append(next, c)
		case p.rejects(c):
			responses = append(responses, c)
		case p.Index.Verb(c) == model.Abort:
			aborts = append(aborts, c)
		}
	}
	var out []Refusal
	for _, response := range responses {
		fn := p.Index.FuncAt(response.Pos())
		if fn == nil || !p.authenticates(fn) {
			continue
		}
		for _, n := range next {
			if p.Index.FuncAt(n.Pos()) != fn {
				continue
			}
			r := Refusal{Response: response, Next: n, Abort: p.abortMethod(response)}
			if p.goesOn(r, aborts) {
				out = append(out, r)
				break
			}
		}
	}
	return out
}

// goesOn reports whether a rejected request reaches the next handler: no call aborts it before or
// after the response, and the framework needs one or the function goes on.
func (p *Reader) goesOn(r Refusal, aborts []*ast.CallExpr) bool {
	reaches := func(from, to *ast.CallExpr) bool {
		return p.Flow.Reaches(from.Pos(), to.Pos(), func(ast.Node) bool { return false })
	}
	if slices.ContainsFunc(aborts, func(abort *ast.CallExpr) bool {
		return reaches(r.Response, abort) || reaches(abort, r.Response)
	}) {
		return false
	}
	return r.Abort != "" || reaches(r.Response, r.Next)
}

// callsNext reports whether a call passes a request to the next handler: by a method of the
// framework, or by a handler that the middleware gets as a parameter.
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
	return obj != nil && model.Of(obj, "").Means(model.TypeRole, model.Handler)
}

// rejects reports whether a call responds with status 401 or 403 (RFC 9110 sections 15.5.2 and
// 15.5.4).
func (p *Reader) rejects(c *ast.CallExpr) bool {
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

// abortMethod returns the name of the method by which the receiver of a response stops a request,
// "" where it has none.
func (p *Reader) abortMethod(c *ast.CallExpr) string {
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return ""
	}
	set := types.NewMethodSet(fn.Signature().Recv().Type())
	for m := range set.Methods() {
		sig := model.Of(m.Obj(), "")
		if sig != nil && sig.Verb == model.Abort && len(sig.Args) == 0 {
			return m.Obj().Name()
		}
	}
	return ""
}

// authenticates reports whether a function reads a token or other credentials of a request: it
// verifies or decodes one, or calls a declared function that does.
func (p *Reader) authenticates(fn ast.Node) bool {
	within := func(n ast.Node) bool { return fn.Pos() <= n.Pos() && n.End() <= fn.End() }
	if slices.ContainsFunc(p.Calls.All, func(c *calls.Call) bool {
		return (c.Verb == model.Verify || c.Verb == model.Decode) && within(c.Node)
	}) {
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
		if f, ok := p.Index.Callee(c).(*types.Func); ok {
			if d := p.Index.Decls[f]; d != nil && uses.VerifiesToken(p.Calls, d) {
				return true
			}
		}
	}
	return false
}
