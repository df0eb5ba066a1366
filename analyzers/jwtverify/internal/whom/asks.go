package whom

// This file finds where a package reads, and where it sets, for whom or by whom a token is:
//
//	claims["aud"], claims.Audience, claims.GetAudience() // asks
//	claims.VerifyAudience("api", true)                   // asks
//	jwt.MapClaims{"aud": "api"}                          // sets

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claimnames"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// roles are those of the claims.
var roles = []model.Role{model.Aud, model.Iss}

// asks returns the claims that a package reads, whatever the token.
func asks(p *calls.Package) []string {
	var out []string
	for _, role := range roles {
		if reads(p, string(role)) || checks(p, role) {
			out = append(out, string(role))
		}
	}
	return out
}

// checks reports whether a package lets a library check a claim of a token that is verified.
func checks(p *calls.Package, role model.Role) bool {
	expected := map[model.Role]model.Role{model.Aud: model.Audience, model.Iss: model.Issuer}[role]
	return slices.ContainsFunc(p.All, func(c *calls.Call) bool {
		return c.Verb == model.Check && len(c.Args(expected)) > 0 &&
			len(c.Args(model.Claims))+len(c.Args(model.Object)) > 0
	})
}

// reads reports whether a package reads a claim by its name, of a map, a struct or a getter.
func reads(p *calls.Package, claim string) bool {
	x := p.Index.Forward()
	return slices.ContainsFunc(x.Indexes, func(e *ast.IndexExpr) bool {
		return p.Index.Text(e.Index) == claim && !isAssigned(p, e)
	}) || slices.ContainsFunc(x.Selectors, func(e *ast.SelectorExpr) bool {
		return member(p, e) == claim && !isAssigned(p, e)
	}) || slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
		return len(c.Args) == 1 && p.Index.Text(c.Args[0]) == claim
	})
}

// member returns the claim that a field of a struct holds, or that a method of a library's type
// returns, "" for none.
func member(p *calls.Package, e *ast.SelectorExpr) string {
	sel := p.Info.Selections[e]
	switch obj := sel.Obj().(type) {
	case *types.Func:
		if model.OfTokens(obj) {
			return model.RegisteredClaim(obj.Name())
		}
	case *types.Var:
		if claim := model.RegisteredClaim(obj.Name()); claim != "" && model.OfTokens(obj) {
			return claim
		}
		return uses.Selected(sel)
	}
	return ""
}

// isAssigned reports whether an expression is what an assignment writes to.
func isAssigned(p *calls.Package, e ast.Expr) bool {
	a, ok := p.Index.Outer(e).(*ast.AssignStmt)
	return ok && slices.ContainsFunc(a.Lhs, func(l ast.Expr) bool { return ast.Unparen(l) == e })
}

// sets reports whether a package sets one of the claims in a literal, an assignment or a call.
func sets(p *calls.Package) bool {
	is := func(claim string) bool { return slices.Contains(roles, model.Role(claim)) }
	return claimnames.Set(p, is) || slices.ContainsFunc(p.All, func(c *calls.Call) bool {
		return c.Verb == model.Claim && (len(c.Args(model.Aud))+len(c.Args(model.Iss)) > 0 ||
			slices.ContainsFunc(c.Args(model.Name), func(e ast.Expr) bool { return is(p.Index.Text(e)) }))
	})
}
