package jwtexpiry

// This file knows the tokens that their receivers bound by themselves:
//
//	jwt.MapClaims{"iss": team, "iat": now}               // who made it and when: a provider's
//	jwt.MapClaims{"jti": id, "htm": method, "htu": url}  // a proof of one request (RFC 9449)
//	request.Header.Set("Authorization", "Bearer "+token) // and the service goes by iat

import (
	"go/ast"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// proofClaims are the claims that name nobody but the one who has the key: who that is, for whom
// it signs, when, and for which request (RFC 9449 section 4.2, RFC 9901 section 4.3).
var proofClaims = map[string]bool{
	"iss": true, "iat": true, "aud": true, "jti": true, "nonce": true, "kid": true,
	"htm": true, "htu": true, "ath": true, "sd_hash": true,
}

// isProof reports whether a token shows a service of others that the program has a key. Services
// bound such tokens by the time of issue or let each count once, and some refuse those with exp.
// A token that goes to the one who asked for it is none.
func (c *check) isProof(call *calls.Call, pay *claims.Payload) bool {
	issued := len(pay.Setters(string(model.Iat))) > 0
	once := len(pay.Setters("nonce")) > 0
	if !issued && !once || c.claims.Answers(call.Node) {
		return false
	}
	namesNobody := issued
	for _, claim := range pay.Claims {
		namesNobody = namesNobody && proofClaims[claim.Name]
	}
	return namesNobody || c.sent(call)
}

// isAssertion reports whether a token is an assertion by which a client proves itself to a service
// of others (RFC 7523): its audience is the address of that service.
//
//	jwt.MapClaims{"iss": team, "sub": client, "aud": "https://id.example.com", "exp": end}
func (c *check) isAssertion(call *calls.Call) bool {
	pay := c.claims.Payload(call)
	isAddress := func(s string) bool { return strings.HasPrefix(s, "https://") }
	return len(pay.Setters(string(model.Iss))) > 0 &&
		slices.ContainsFunc(pay.Setters(string(model.Aud)), func(claim claims.Claim) bool {
			items, all := c.Origin.Items(claim.Value)
			if !all || len(items) == 0 {
				items = []ast.Expr{claim.Value}
			}
			return slices.ContainsFunc(items, func(e ast.Expr) bool {
				return slices.ContainsFunc(c.Origin.Strings(e), isAddress)
			})
		})
}

// sent reports whether the program puts the token of a call into a request of its own.
func (c *check) sent(call *calls.Call) bool {
	return slices.ContainsFunc(c.Calls.All, func(h *calls.Call) bool {
		puts := h.Verb == model.SetCredentials || h.Verb == model.Header && c.ofRequest(h.On)
		given := slices.Concat(h.Args(model.Value), h.Args(model.Token))
		return puts && slices.ContainsFunc(given, func(e ast.Expr) bool {
			return c.claims.Holds(e, call.Node)
		})
	})
}

// ofRequest reports whether header fields are those of a request that is sent, not of a response:
// the field of one, or a client's.
func (c *check) ofRequest(on ast.Expr) bool {
	if sel, ok := ast.Unparen(syntax.OrBad(on)).(*ast.SelectorExpr); ok &&
		c.Info.Selections[sel] != nil {
		return true
	}
	t := typing.TypeName(typing.Deref(typing.OrInvalid(c.Info.TypeOf(syntax.OrBad(on)))))
	return t != nil && t.Pkg() != nil && !model.IsServer(t.Pkg().Path())
}
