package jwtlifecycle

// This file looks at tokens that are refused because they are older than a change:
//
//	if int64(claims["iat"].(float64)) < user.ChangedAt.UnixMilli() { // seconds and milliseconds
//	if claims.IssuedAt.Before(user.ChangedAt) {                      // nil for tokens without iat

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// unitNames say units in a message.
var unitNames = map[model.Role]string{
	model.Millis: "milliseconds", model.Micros: "microseconds", model.Nanos: "nanoseconds",
}

// units asks whether iat, a number of seconds (RFC 7519 section 4.1.6), is compared with a number
// in another unit.
func (c *check) units() {
	for _, t := range c.Index.Tests {
		if t.Op == token.EQL || t.Op == token.NEQ {
			continue
		}
		for _, sides := range [][2]ast.Expr{{t.X, t.Y}, {t.Y, t.X}} {
			if name, ok := unitNames[c.ages.UnitOf(sides[1])]; ok && c.ages.IsIssuedAt(sides[0]) &&
				!c.issuesOtherUnit() {
				c.Report(report.Found("stale-revocation", t, "claim \"iat\" is in seconds and is "+
					"compared with "+name+": the age of the token decides nothing"))
			}
		}
	}
}

// issuesOtherUnit reports whether the package itself issues tokens whose iat is in another unit,
// which is reported there.
func (c *check) issuesOtherUnit() bool {
	return slices.ContainsFunc(c.Calls.All, func(call *calls.Call) bool {
		return call.Verb == model.Sign && slices.ContainsFunc(
			c.claims.Payload(call).Setters(string(model.Iat)), func(k claims.Claim) bool {
				for _, q := range c.Quantity.Of(k.Value) {
					if unitNames[q.Unit] != "" {
						return true
					}
				}
				return false
			})
	})
}

// dereferenced asks whether iat is read of tokens that have none: the package issues tokens of the
// same type of claims without iat, and nothing tests the pointer (CWE-476).
func (c *check) dereferenced() {
	for _, e := range c.Index.Forward().Selectors {
		field, ok := ast.Unparen(e.X).(*ast.SelectorExpr)
		if !ok || c.ages.ClaimOf(field) != string(model.Iat) ||
			!typing.IsPointer(typing.OrInvalid(c.Info.TypeOf(field))) || c.isTested(field) {
			continue
		}
		if sign := c.issuedWithout(c.outer(field)); sign != nil && c.isRead(c.outer(field)) {
			c.Report(report.Found("stale-revocation", field, "claim \"iat\" is read without a test "+
				"for nil, and tokens are issued without it: such a token panics").
				Because(sign.At(), "signed without iat here"))
		}
	}
}

// outer returns the claims that a field belongs to, without the structs that are embedded:
// claims of claims.RegisteredClaims.IssuedAt.
func (c *check) outer(e *ast.SelectorExpr) ast.Expr {
	x := ast.Unparen(e.X)
	for {
		sel, ok := x.(*ast.SelectorExpr)
		if !ok || c.Info.Selections[sel] == nil {
			return x
		}
		if f, ok := c.Info.Selections[sel].Obj().(*types.Var); !ok || !f.Embedded() {
			return x
		}
		x = ast.Unparen(sel.X)
	}
}

// isTested reports whether the function around a field, or a method of its claims, compares such a
// field with nil.
func (c *check) isTested(field *ast.SelectorExpr) bool {
	return slices.ContainsFunc(c.Index.Tests, func(t *ast.BinaryExpr) bool {
		sel, ok := ast.Unparen(t.X).(*ast.SelectorExpr)
		return ok && c.Info.Types[t.Y].IsNil() && c.ages.ClaimOf(sel) == string(model.Iat)
	})
}

// issuedWithout returns a call that signs claims of the type of an expression, of which all is seen,
// without iat; nil for none.
func (c *check) issuedWithout(e ast.Expr) *calls.Call {
	t := typing.Deref(typing.OrInvalid(c.Info.TypeOf(e)))
	for _, call := range c.Calls.All {
		if call.Verb != model.Sign {
			continue
		}
		for _, pay := range c.claims.Payloads(call) {
			if pay.Complete && len(pay.Setters(string(model.Iat))) == 0 &&
				slices.ContainsFunc(pay.Types, func(u types.Type) bool {
					return types.Identical(t, typing.Deref(u))
				}) {
				return call
			}
		}
	}
	return nil
}

// isRead reports whether claims are those of a token that the package verifies.
func (c *check) isRead(e ast.Expr) bool {
	tr := c.Origin.Trace(e)
	return slices.ContainsFunc(c.Calls.All, func(call *calls.Call) bool {
		if call.Verb != model.Verify {
			return false
		}
		return tr.ComesFrom(call.Node) || slices.ContainsFunc(call.Args(model.Claims),
			func(a ast.Expr) bool { return tr.Meets(c.Origin.Trace(a)) })
	})
}
