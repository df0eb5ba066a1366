// Package listeners finds servers that listen with TLS, and says which of them answer without it as
// well:
//
//	if cfg.TLS {
//		return srv.ListenAndServeTLS(cfg.Cert, cfg.Key) // Optional
//	}
//	return srv.ListenAndServe()
//
//	go http.ListenAndServe(":80", http.HandlerFunc(toHTTPS)) // another handler
//	http.ListenAndServeTLS(":443", cert, key, mux)
package listeners

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// A Listener is a call that listens with TLS.
type Listener struct {
	Call     *calls.Call
	Optional bool // the package answers the same requests without TLS, too
}

// All returns the calls of the package that listen with TLS.
func All(p *calls.Package) []Listener {
	var out []Listener
	var plain []*calls.Call
	for _, c := range p.All {
		if c.Verb != model.Listen {
			continue
		}
		if model.Of(c.Callee, "").Means(model.Listen, model.TLS) {
			out = append(out, Listener{Call: c})
		} else {
			plain = append(plain, c)
		}
	}
	for i := range out {
		out[i].Optional = slices.ContainsFunc(plain, func(c *calls.Call) bool {
			return answersSame(p, c, out[i].Call)
		})
	}
	return out
}

// answersSame reports whether two listeners are methods of one server, which a variable or field
// holds, or have one handler.
func answersSame(p *calls.Package, a, b *calls.Call) bool {
	if v := server(p, a); v != nil && v == server(p, b) {
		return true
	}
	x, y := handlers(p, a), handlers(p, b)
	return slices.ContainsFunc(x, func(h ast.Expr) bool {
		return slices.ContainsFunc(y, func(k ast.Expr) bool {
			o := p.Index.Used(h) // nil, the default handler, among them
			return o != nil && o == p.Index.Used(k) && (h != k || !isParam(p, o))
		})
	})
}

// handlers returns what a listener answers with: what it is given, or the server that it is a method
// of.
func handlers(p *calls.Package, c *calls.Call) []ast.Expr {
	out, _ := p.Resolve(c, model.Handler)
	on := receiver(c)
	if len(out) > 0 || on == nil {
		return out
	}
	for _, o := range p.Origin.Trace(on).Origins {
		if lit, ok := o.At.(*ast.CompositeLit); ok {
			out = append(out, p.Index.Fields(lit, model.Build)[model.Handler]...)
		}
	}
	return out
}

// isParam reports whether a handler is a parameter: in one literal, of what makes servers, it is
// another one for each.
func isParam(p *calls.Package, handler types.Object) bool {
	v, ok := handler.(*types.Var)
	return ok && p.Index.Params[v].Func != nil
}

// server returns the variable or field that holds what a listener is a method of, nil for others.
func server(p *calls.Package, c *calls.Call) *types.Var {
	v, _ := p.Index.Used(receiver(c)).(*types.Var)
	return v
}

// receiver returns what a listener is a method of, nil for functions.
func receiver(c *calls.Call) ast.Expr {
	call, ok := c.Node.(*ast.CallExpr)
	if !ok {
		return nil
	}
	fn, ok := c.Callee.(*types.Func)
	sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || !isSel || fn.Signature().Recv() == nil {
		return nil
	}
	return sel.X
}
