package jwttransport

// This file looks for credentials in what a call is given:
//
//	http.Header{"Authorization": {"Bearer " + token}} // setsCredentials
//	http.Get("https://example.com/me?token=" + token) // carries: in the address
//	url.Values{"client_secret": {secret}}             // isCredential: a part of a form

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
)

// setsCredentials reports whether header fields that are written out, or put together here, hold
// credentials.
func (p *requests) setsCredentials(e ast.Expr) bool {
	for _, o := range p.Origin.Trace(e).Origins {
		if lit, ok := o.At.(*ast.CompositeLit); ok {
			for _, el := range lit.Elts {
				if kv, ok := el.(*ast.KeyValueExpr); ok && p.namesCredentials(kv.Key) {
					return true
				}
			}
		}
		for _, c := range p.Calls.All {
			if c.Verb == model.Header && c.On != nil &&
				slices.ContainsFunc(c.Args(model.Name), p.namesCredentials) &&
				p.Origin.Trace(c.On).ComesFrom(o.At) {
				return true
			}
		}
	}
	return false
}

// carries returns what makes a call carry credentials by what it is given: its header fields, its
// address, its body.
func (p *requests) carries(c *calls.Call) *calls.Call {
	heads := slices.Clone(c.Args(model.Head))
	for _, e := range c.Args(model.Options) {
		for _, o := range p.Origin.Trace(e).Origins {
			if lit, ok := o.At.(*ast.CompositeLit); ok {
				heads = append(heads, p.Index.Fields(lit, model.Hold)[model.Head]...)
			}
		}
	}
	for _, e := range heads {
		if p.setsCredentials(e) {
			return &calls.Call{Verb: model.SetCredentials, Node: e}
		}
	}
	for _, e := range c.Args(model.Address) {
		for _, way := range p.Spelling.Spellings(e) {
			for _, part := range way {
				if part.Expr != nil && part.Expr.Pos().IsValid() &&
					p.isCredential(spelling.Ingredient{Expr: part.Expr}) {
					return &calls.Call{Verb: model.SetCredentials, Node: part.Expr}
				}
			}
		}
	}
	for _, e := range c.Args(model.Body) {
		for _, in := range p.Spelling.Ingredients(e) {
			if p.isCredential(in) {
				return &calls.Call{Verb: model.SetCredentials, Node: in.Expr}
			}
		}
	}
	return nil
}

// isCredential reports whether a part of a request is a token or a key by itself, or the named part
// of a form that RFC 6749 defines for one.
func (p *requests) isCredential(in spelling.Ingredient) bool {
	if s := p.secrets.Secret(in); s.Field == nil && (s.Role == model.Token || s.Role == model.Key) {
		return true
	}
	lit, ok := in.Expr.(*ast.CompositeLit)
	if !ok {
		return false
	}
	return slices.ContainsFunc(lit.Elts, func(el ast.Expr) bool {
		kv, ok := el.(*ast.KeyValueExpr)
		return ok && slices.ContainsFunc(p.Origin.Strings(kv.Key), func(n string) bool {
			return slices.Contains(formal, n)
		}) && !p.Origin.Written(kv.Value)
	})
}

// formal are the names of credentials in the form of a token request (RFC 6749 sections 2.3.1,
// 4.3.2 and 6).
var formal = []string{"client_secret", "password", "refresh_token"}
