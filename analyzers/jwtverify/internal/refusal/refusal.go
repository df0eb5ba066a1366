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
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/memo"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// Reader finds what the middlewares of a package do with requests that they reject.
type Reader struct {
	calls.View
	facts   *Facts
	inside  map[ast.Node][]*ast.CallExpr // calls by the function around them, see callsIn
	answers memo.Walk[ast.Node, answer]
	stops   memo.Walk[ast.Node, bool]
}

// New returns the reader of a package for an analyzer that requires [Analyzer].
func New(pass *analysis.Pass, p *calls.Package) *Reader {
	return &Reader{View: p.View, facts: pass.ResultOf[Analyzer].(*Facts)}
}

// Refusal is a response that rejects a request which is handled all the same.
type Refusal struct {
	Response *ast.CallExpr
	Next     *ast.CallExpr // calls the next handler
	Deferred bool          // it does so when the middleware returns
	Abort    string        // the method that would stop the request, "" where a return does
	Context  ast.Expr      // what has that method
}

// IsUnenforced reports whether a middleware rejects the request between two places, and passes it
// on all the same.
func (p *Reader) IsUnenforced(from, to ast.Node) bool {
	return slices.ContainsFunc(p.Unenforced(), func(r Refusal) bool {
		return from.Pos() < r.Response.Pos() && r.Response.Pos() < to.Pos()
	})
}

// Unenforced returns the responses of middlewares which reject a request and do not keep it from
// the next handler (CWE-305).
func (p *Reader) Unenforced() []Refusal {
	var next, responses []*ast.CallExpr
	for _, c := range p.Index.Calls {
		switch {
		case handlers.CallsNext(p.View, c):
			next = append(next, c)
		case p.rejects(c) && p.isUnread(c):
			responses = append(responses, c)
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
			_, deferred := p.Index.Outer(n).(*ast.DeferStmt)
			r := Refusal{Response: response, Next: n, Deferred: deferred}
			if handlers.IsOwnNext(p.View, n) {
				r.Abort, r.Context = p.abortMethod(response)
			} else if !p.isNextElsewhere(r, next) {
				continue
			}
			if p.goesOn(r) {
				out = append(out, r)
				break
			}
		}
	}
	return out
}

// goesOn reports whether a rejected request reaches the next handler: no call aborts it before or
// after the response, and the framework needs one or the function goes on.
func (p *Reader) goesOn(r Refusal) bool {
	reaches := func(from, to *ast.CallExpr) bool {
		return p.Flow.Reaches(from.Pos(), to.Pos(), func(ast.Node) bool { return false })
	}
	for _, c := range p.callsIn(p.Index.FuncAt(r.Response.Pos())) {
		aborts := p.Index.Verb(c) == model.Abort
		if !aborts && (r.Abort == "" || !p.mayAbort(c)) {
			continue
		}
		seen := aborts || p.bodyOf(p.Index.Callee(c)) != nil
		if reaches(r.Response, c) || seen && reaches(c, r.Response) {
			return false
		}
	}
	return r.Abort != "" || r.Deferred && reaches(r.Next, r.Response) ||
		p.Flow.Reaches(r.Response.Pos(), r.Next.Pos(), p.decision(r.Response))
}

// authenticates reports whether a function reads a token or other credentials of a request: it
// verifies or decodes one, asks what a middleware has verified, or calls a declared function that
// does.
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
		if slices.ContainsFunc(p.Origin.Local(c).Origins, func(o *origin.Origin) bool {
			return o.Kind == origin.Request && slices.ContainsFunc(o.Names, names.Credential)
		}) {
			return true
		}
		if model.Of(p.Index.Callee(c), "").Means(model.Check, model.Tolerant) {
			return true // what a middleware found
		}
		if f, ok := p.Index.Callee(c).(*types.Func); ok {
			if d := p.Index.Decls[f]; d != nil && uses.VerifiesToken(p.Calls, d) {
				return true
			}
		}
	}
	return false
}
