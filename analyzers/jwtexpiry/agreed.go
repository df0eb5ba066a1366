package jwtexpiry

// This file knows tokens in a form that a service of others asks for. Its header has a member of
// its own, which both sides have agreed on (RFC 7515 section 4.3), and so have its times:
//
//	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{
//		"key": id, "exp": now.Add(time.Hour).UnixMilli(), "timestamp": now.UnixMilli(),
//	})
//	token.Header["sign_type"] = "SIGN"

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
)

// joseMembers are the header members that any library knows or sets (RFC 7515 section 4.1, RFC 7797
// and those of the IANA registry that signed tokens have).
var joseMembers = []string{
	"alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "b64",
	"iss", "sub", "aud", "nonce", "url", "ppt", "svt", "trust_chain",
}

// isAgreed reports whether a time is in a unit that the token has on purpose: a claim of its own has
// a time in the same unit, the header has a member of its own, and nothing in the package verifies
// tokens.
func (c *check) isAgreed(call *calls.Call, q quantity.Value) bool {
	if !q.FromNow || len(c.verifies) > 0 {
		return false
	}
	return slices.ContainsFunc(c.claims.Payload(call).Claims, func(claim claims.Claim) bool {
		return !registered[claim.Name] &&
			slices.ContainsFunc(c.Quantity.Of(claim.Value), func(own quantity.Value) bool {
				return own.FromNow && own.Unit == q.Unit
			})
	}) && c.hasOwnMember(call)
}

// hasOwnMember reports whether the header of the token that a call signs is given a member that is
// not registered.
func (c *check) hasOwnMember(call *calls.Call) bool {
	objects := call.Args(model.Object)
	isToken := func(e ast.Expr) bool {
		return slices.ContainsFunc(objects, func(o ast.Expr) bool {
			return c.Origin.Trace(o).Meets(c.Origin.Trace(e))
		})
	}
	for _, s := range c.Index.Stores {
		members := []ast.Expr{s.Key}
		if sel, ok := ast.Unparen(s.Base).(*ast.SelectorExpr); ok && s.Field == nil {
			s.Field, _ = c.Index.Used(sel).(*types.Var)
			s.Base = sel.X
		} else if s.Value != nil {
			members = c.keys(s.Value)
		}
		if c.Index.FieldRow(s).Means(model.Hold, model.Jose) && isToken(s.Base) &&
			slices.ContainsFunc(members, func(e ast.Expr) bool {
				name := c.Index.Text(e)
				return name != "" && !slices.Contains(joseMembers, name)
			}) {
			return true
		}
	}
	return false
}

// keys returns the keys of the maps that a value can be.
func (c *check) keys(value ast.Expr) (out []ast.Expr) {
	for _, o := range c.Origin.Trace(value).Origins {
		if lit, ok := o.At.(*ast.CompositeLit); ok {
			for _, el := range lit.Elts {
				if kv, ok := el.(*ast.KeyValueExpr); ok {
					out = append(out, kv.Key)
				}
			}
		}
	}
	return out
}
