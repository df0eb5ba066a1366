// Package message tells messages with a signature from tokens. A library that verifies any bytes
// (RFC 7515) verifies a token where a package reads the JSON of claims from them (RFC 7519 section
// 7.2), and nothing else is known to be one:
//
//	payload, err := jws.Verify(raw, jws.WithKey(alg, key))
//	json.Unmarshal(payload, &claims) // raw is a token
//	codes.Redeem(string(payload))    // raw is a message
package message

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Is reports whether what a call verifies or reads is not seen to be a token.
func Is(index *syntax.Index, tracer *origin.Tracer, call *ast.CallExpr) bool {
	obj := index.Callee(call)
	if obj == nil || obj.Pkg() == nil || !model.AnyPayload(obj.Pkg().Path()) {
		return false
	}
	return !slices.ContainsFunc(index.Calls, func(c *ast.CallExpr) bool {
		sig, _ := index.Row(c)
		if sig == nil || sig.Index(model.Filled) < 0 {
			return false
		}
		from := syntax.Args(c, sig, model.From)
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok && sig.Recv == model.From {
			from = append(from, sel.X)
		}
		return slices.ContainsFunc(from, func(e ast.Expr) bool { return isPart(tracer, e, call) })
	})
}

// isPart reports whether a value is the result of a call, or a part that a method of it returns.
func isPart(tracer *origin.Tracer, e ast.Expr, call *ast.CallExpr) bool {
	return slices.ContainsFunc(tracer.Trace(e).Origins, func(o *origin.Origin) bool {
		if o.At == call {
			return true
		}
		part, ok := o.At.(*ast.CallExpr)
		if !ok || o.Kind != origin.Unknown {
			return false
		}
		sel, ok := ast.Unparen(part.Fun).(*ast.SelectorExpr)
		return ok && tracer.Trace(sel.X).ComesFrom(call)
	})
}
