package jwtleak

// This file looks for secrets in the payload of tokens:
//
//	jwt.MapClaims{"password": user.Password} // sensitive, by the name of the claim
//	jwt.MapClaims{"user": user}              // personal.Field: user has a field Password
//	jwt.MapClaims{"has_password": true}      // not reported: no text

import (
	"go/ast"
	"go/types"
	"strconv"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtleak/internal/personal"
)

// sensitive asks whether the payload of a token holds a secret of its subject.
func (c *check) sensitive(call *calls.Call) {
	for _, claim := range c.claims.Payload(call).Claims {
		t := c.Info.TypeOf(claim.Value)
		what := ""
		if personal.Named(claim.Name, t) {
			what = strconv.Quote(claim.Name)
		} else if f := personal.Field(t, holder(c.Info, claim.Value)); f != nil && !personal.LeftOut(c.View, claim.Value, f) {
			what = f.Name() + " in " + strconv.Quote(claim.Name)
		}
		if what == "" {
			continue
		}
		c.Report(report.Found("sensitive-claim", claim.Key,
			"token contains "+what+": anyone with the token can read it").
			Because(call.At(), "signed by "+call.Label()+" here"))
	}
}

// holder returns the type that has a value as a field, nil for none.
func holder(info *types.Info, value ast.Expr) types.Type {
	if sel, ok := ast.Unparen(value).(*ast.SelectorExpr); ok {
		if t := info.TypeOf(sel.X); t != nil {
			return typing.Deref(t)
		}
	}
	return nil
}
