// Package keyid says which tokens name the key that signs them (kid, RFC 7515 section 4.1.4):
//
//	token.Header["kid"] = ring.current.ID
//	jose.SigningKey{Algorithm: jose.RS256, Key: jose.JSONWebKey{Key: key, KeyID: id}}
//	key.Set(jwk.KeyIDKey, id)
package keyid

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Names reports whether a package sets the id of the key where it signs by a call, or in a function
// that does not sign, for all that do.
func Names(p *calls.Package, c *calls.Call) bool {
	fn, signs := p.Index.FuncAt(c.Node.Pos()), signing(p)
	applies := func(at ast.Node) bool {
		in := p.Index.FuncAt(at.Pos())
		return in == fn || !signs[in]
	}
	for _, s := range p.Index.Stores {
		if s.Key != nil && p.Index.Text(s.Key) == "kid" && applies(s.Base) ||
			s.Field != nil && model.IsKeyID(s.Field) && applies(s.Base) {
			return true
		}
	}
	for _, lit := range p.Index.Literals {
		for _, e := range lit.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok && applies(lit) && names(p, kv.Key) {
				return true
			}
		}
	}
	for _, c := range p.Index.Calls {
		if len(c.Args) == 2 && applies(c) && p.Index.Text(c.Args[0]) == "kid" {
			return true
		}
	}
	return false
}

// names reports whether the key of an element is that of the id of a key: "kid", or a field.
func names(p *calls.Package, e ast.Expr) bool {
	v, ok := p.Index.Used(e).(*types.Var)
	return ok && model.IsKeyID(v) || p.Index.Text(e) == "kid"
}

// signing returns the functions that sign tokens.
func signing(p *calls.Package) map[ast.Node]bool {
	out := map[ast.Node]bool{}
	for _, c := range p.All {
		if c.Verb == model.Sign {
			out[p.Index.FuncAt(c.Node.Pos())] = true
		}
	}
	return out
}
