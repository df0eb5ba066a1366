package refusal

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// This file looks at middlewares that let every request pass:
//
//	r.Use(jwtauth.Verifier(auth))
//	r.Get("/", handler) // no jwtauth.Authenticator, no jwtauth.FromContext

// TolerantMiddlewares returns the middlewares of the package that look for a token and let every
// request pass, where nothing in the package rejects a request by their result: no other
// middleware, no read of the token or its error, no code out of sight.
func (p *Reader) TolerantMiddlewares() []*calls.Call {
	var out []*calls.Call
	for _, c := range p.Calls.All {
		switch sig := model.Of(c.Callee, ""); {
		case sig == nil || c.Verb != model.Middleware || !sig.Func:
		case sig.Result(0) == model.Tolerant:
			out = append(out, c)
		default:
			return nil
		}
	}
	if len(out) == 0 || p.mentionsStrict() || p.chainsUnseen(out) {
		return nil
	}
	return out
}

// mentionsStrict reports whether the package names a middleware that rejects requests, without a
// call, or a function that returns the result of a tolerant one.
func (p *Reader) mentionsStrict() bool {
	for _, obj := range p.Info.Uses {
		sig := model.Of(obj, "")
		if sig.Means(model.Middleware, model.Strict) || sig.Means(model.Check, model.Tolerant) {
			return true
		}
	}
	return false
}

// chainsUnseen reports whether a method that installs one of the middlewares installs other
// functions too, here or in another call, which can reject requests.
func (p *Reader) chainsUnseen(middlewares []*calls.Call) bool {
	var chains []types.Object
	for _, m := range middlewares {
		if c, ok := p.Index.Outer(m.Node).(*ast.CallExpr); ok {
			chains = append(chains, p.Index.Callee(c))
		}
	}
	for _, c := range p.Index.Calls {
		if obj := p.Index.Callee(c); obj == nil || !slices.Contains(chains, obj) {
			continue
		}
		for _, a := range c.Args {
			if p.mayReject(a, middlewares) {
				return true
			}
		}
	}
	return false
}

// mayReject reports whether an installed function can reject requests: it is none of the tolerant
// middlewares and none of a router.
func (p *Reader) mayReject(e ast.Expr, middlewares []*calls.Call) bool {
	if slices.ContainsFunc(middlewares, func(m *calls.Call) bool { return m.Node == e }) {
		return false
	}
	var obj types.Object
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		obj = p.Index.Callee(e)
	case *ast.Ident:
		obj = p.Info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = p.Info.ObjectOf(e.Sel)
	default:
		return true
	}
	return obj == nil || obj.Pkg() == nil || !model.IsRouter(obj.Pkg().Path())
}
