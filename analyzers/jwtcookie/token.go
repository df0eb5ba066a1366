package jwtcookie

// This file finds the tokens in a cookie, each with the callers that put it in:
//
//	func set(w http.ResponseWriter, name, value string, age time.Duration) { ... }
//	set(w, "access", sign(id, 15*time.Minute), 15*time.Minute)   // one token
//	set(w, "refresh", sign(id, 240*time.Hour), 240*time.Hour)    // another

import (
	"go/ast"
	"go/types"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/cookies"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// carried is a token that can be in a cookie.
type carried struct {
	made *ast.CallExpr // the call of a library or of this package that returns it
	path *origin.Path  // the calls that hand it over, nil for none
}

// tokens returns the tokens that can be in a cookie.
func (c *check) tokens(k *cookies.Cookie) []carried {
	w := &tokenWalk{check: c, seen: map[step]bool{}}
	for _, e := range k.Part(model.Value) {
		w.expr(e, nil)
	}
	return w.found
}

// tokenWalk goes back from the value of a cookie. seen holds the expressions that it has come to,
// each once for each path.
type tokenWalk struct {
	*check
	found []carried
	seen  map[step]bool
}

type step struct {
	expr ast.Expr
	path *origin.Path
}

// expr adds the tokens that an expression can be; path are the calls that hand it over.
func (w *tokenWalk) expr(e ast.Expr, path *origin.Path) {
	e = ast.Unparen(e)
	at := step{e, path}
	if w.seen[at] {
		return
	}
	w.seen[at] = true
	if call, ok := e.(*ast.CallExpr); ok {
		if w.Origin.IsToken(call) {
			w.found = append(w.found, carried{call, path})
		}
		return
	}
	v, values, entry := w.Origin.Values(e)
	for _, x := range values {
		w.expr(x, path)
	}
	p := w.Index.Params[v]
	if v == nil || p.Func == nil || !entry || p.Index < 0 {
		return
	}
	for _, call := range w.Origin.Callers(p.Func) {
		if inner, ok := w.Origin.Paths.Enter(p.Func, call, path); ok && p.Index < len(call.Args) {
			w.expr(call.Args[p.Index], inner)
		}
	}
}

// life returns how long a token lives, where that is one constant.
func (c *check) life(t carried) (life time.Duration, ok bool) {
	for _, call := range c.signed(t.made) {
		for _, claim := range c.claims.Payload(call).Setters(string(model.Exp)) {
			for _, q := range c.Quantity.Of(claim.Value) {
				path, agree := c.Origin.Paths.Join(t.path, q.Path)
				if agree {
					_, agree = c.Origin.Paths.Leave(c.declared(t.made), t.made, path)
				}
				if !agree || q.Param != nil && q.Path == nil {
					continue // another caller's
				}
				d, known := q.Life()
				if !known || !q.FromNow || ok && d != life {
					return 0, false
				}
				life, ok = d, true
			}
		}
	}
	return life, ok
}

// declared returns the declaration of the function that a call calls, nil where another package
// has it.
func (c *check) declared(call *ast.CallExpr) ast.Node {
	if fn, ok := c.Index.Callee(call).(*types.Func); ok && c.Index.Decls[fn] != nil {
		return c.Index.Decls[fn]
	}
	return nil
}

// signed returns the calls of this package that sign what a call returns.
func (c *check) signed(made *ast.CallExpr) []*calls.Call {
	var out []*calls.Call
	for _, o := range c.Origin.Trace(made).Origins {
		for _, call := range c.Calls.All {
			if o.Kind == origin.Token && call.Verb == model.Sign && call.Node == o.At {
				out = append(out, call)
			}
		}
	}
	return out
}
