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
			if name, ok := unitNames[c.unitOf(sides[1])]; ok && c.isIssuedAt(sides[0]) &&
				!c.issuesOtherUnit() {
				c.Report(report.Found("stale-revocation", t, "claim \"iat\" is in seconds and is "+
					"compared with "+name+": the age of the token decides nothing"))
			}
		}
	}
}

// unitOf returns the unit of the number that a method of an instant returns.
func (c *check) unitOf(e ast.Expr) model.Role {
	call, ok := c.bare(e).(*ast.CallExpr)
	if !ok {
		return ""
	}
	sig, _ := c.Index.Row(call)
	if sig == nil || sig.Verb != model.Time || !sig.Method || sig.Recv != model.Instant {
		return ""
	}
	return sig.Result(0)
}

// bare returns an expression without conversions and type assertions around it.
func (c *check) bare(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		switch x := e.(type) {
		case *ast.CallExpr:
			if !c.Info.Types[x.Fun].IsType() || len(x.Args) != 1 {
				return e
			}
			e = x.Args[0]
		case *ast.TypeAssertExpr:
			e = x.X
		default:
			return e
		}
	}
}

// isIssuedAt reports whether an expression is the number of the claim iat, or a variable that is
// given it and nothing else.
func (c *check) isIssuedAt(e ast.Expr) bool {
	e = c.bare(e)
	if id, ok := e.(*ast.Ident); ok {
		v, _ := c.Info.ObjectOf(id).(*types.Var)
		w := c.Index.Writes[v]
		if v == nil || len(w) != 1 || w[0].Value == nil || w[0].Result != 0 || w[0].Elem {
			return false
		}
		e = c.bare(w[0].Value)
	}
	switch e := e.(type) {
	case *ast.IndexExpr:
		return c.Index.Text(e.Index) == string(model.Iat) && c.ofClaims(e.X)
	case *ast.SelectorExpr:
		b, ok := typing.OrInvalid(c.Info.TypeOf(e)).Underlying().(*types.Basic)
		return ok && b.Info()&types.IsInteger != 0 && c.claimOf(e) == string(model.Iat)
	case *ast.CallExpr: // claims.IssuedAt.Unix()
		sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		if !ok || c.unitOf(e) != model.Seconds {
			return false
		}
		of := ast.Unparen(sel.X)
		if t, ok := of.(*ast.SelectorExpr); ok && c.claimOf(t) == "" {
			of = ast.Unparen(t.X) // claims.IssuedAt.Time
		}
		t, ok := of.(*ast.SelectorExpr)
		return ok && c.claimOf(t) == string(model.Iat)
	}
	return false
}

// ofClaims reports whether a value has a type of a library that handles tokens.
func (c *check) ofClaims(e ast.Expr) bool {
	name := typing.TypeName(typing.Deref(typing.OrInvalid(c.Info.TypeOf(e))))
	return name != nil && name.Pkg() != nil && model.HandlesTokens(name.Pkg().Path())
}

// claimOf returns the claim that a field of a library's claims holds, "" for other fields.
func (c *check) claimOf(e *ast.SelectorExpr) string {
	sel := c.Info.Selections[e]
	if sel == nil || sel.Kind() != types.FieldVal || sel.Obj().Pkg() == nil ||
		!model.HandlesTokens(sel.Obj().Pkg().Path()) {
		return ""
	}
	typ := sel.Recv()
	for i, n := range sel.Index() {
		st := typing.StructOf(typ)
		if st == nil {
			return ""
		}
		if i == len(sel.Index())-1 {
			name, _ := claims.ClaimName(st, n)
			return name
		}
		typ = st.Field(n).Type()
	}
	return ""
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
		if !ok || c.claimOf(field) != string(model.Iat) ||
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
		return ok && c.Info.Types[t.Y].IsNil() && c.claimOf(sel) == string(model.Iat)
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
