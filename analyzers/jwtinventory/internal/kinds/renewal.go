package kinds

// This file looks at functions that renew tokens. Their names say what they get, and not what they
// issue:
//
//	func (m *Middleware) RefreshToken(c *gin.Context) (string, error) { ... return m.sign(claims) }
//	r.Post("/refresh", handlers.Refresh(store, key, 15*time.Minute))
//	func RefreshToken(user User) (string, error) { ... } // makes one

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

var (
	renewal = pattern.New(`^(handle_?)?(refresh|renew|rotate)(_?(handler|session|auth))?$`)
	// what makes refresh tokens can have these names, too
	renewed = pattern.New(`^(handle_?)?(refresh|renew|rotate)_?(access_?|auth_?|jwt_?)?` +
		`(tokens?|jwt|pair|credentials)(_?handler)?$`)
	carrier = pattern.New(`token|refresh|claims|session|cookie`)
)

// evidence returns what the tokens of a call are for, and whether anything says so. That a function
// renews tokens does not say that it issues refresh tokens.
func (r *Reader) evidence(c *calls.Call, way claims.Way) (inventory.Purpose, bool) {
	purpose, says := claims.Evidence(r.claims, c, way)
	if says && purpose == claims.RefreshToken && way.Known != purpose && r.renews(c, way) &&
		!r.saysRefresh(c, way) {
		return "", false
	}
	return purposes[purpose], says
}

// renews reports whether a token is signed, or its claims are set, in a function that renews tokens or
// for what calls one.
func (r *Reader) renews(c *calls.Call, way claims.Way) bool {
	if way.Claim != nil && r.isRenewal(syntax.DeclAt(r.Index, way.Claim.Value.Pos())) {
		return true
	} else if c.Callee != nil && renewal().MatchString(names.Snake(c.Callee.Name())) ||
		r.isRenewal(syntax.DeclAt(r.Index, c.Node.Pos())) {
		return true
	}
	return slices.ContainsFunc(way.Path.Calls(), func(call *ast.CallExpr) bool {
		fn := r.Index.Callee(call)
		return fn != nil && renewal().MatchString(names.Snake(fn.Name())) ||
			r.isRenewal(syntax.DeclAt(r.Index, call.Pos()))
	})
}

// isRenewal reports whether a function renews what it gets.
func (r *Reader) isRenewal(d *ast.FuncDecl) bool {
	if d == nil {
		return false
	}
	name := names.Snake(d.Name.Name)
	return renewal().MatchString(name) || renewed().MatchString(name) && r.getsToken(d)
}

// getsToken reports whether a function gets a token, or a request that has one.
func (r *Reader) getsToken(d *ast.FuncDecl) bool {
	fn, ok := r.Info.Defs[d.Name].(*types.Func)
	if !ok {
		return false
	}
	for v := range fn.Signature().Params().Variables() {
		t := typing.TypeName(typing.Deref(v.Type()))
		if carrier().MatchString(names.Snake(v.Name())) ||
			t != nil && t.Pkg() != nil && t.Pkg().Path() != "context" &&
				slices.Contains([]string{"Context", "Ctx", "Request", "RequestContext"}, t.Name()) {
			return true
		}
	}
	return false
}

// saysRefresh reports whether something else than the names of functions says that a refresh token is
// signed: a claim, what is handed over, or what the token is kept in.
func (r *Reader) saysRefresh(c *calls.Call, way claims.Way) bool {
	if slices.ContainsFunc(r.claims.Payload(c).Claims, func(claim claims.Claim) bool {
		return names.KindClaim(claim.Name)
	}) {
		return true
	}
	said := func(at ast.Node, handed ...ast.Expr) bool {
		return naming.Purpose(r.Index, at, handed...) == inventory.Refresh ||
			slices.ContainsFunc(handed, func(e ast.Expr) bool {
				return naming.PurposeOf(r.Index.Text(e)) == inventory.Refresh
			})
	}
	handed := slices.Concat(c.Args(model.Key), c.Args(model.Claims), c.Args(model.Object), c.Args(model.Life))
	if way.Claim != nil {
		handed = append(handed, way.Claim.Value)
	}
	if e, ok := way.At.(ast.Expr); ok {
		handed = append(handed, e)
	}
	return said(c.Node, handed...) || slices.ContainsFunc(way.Path.Calls(), func(call *ast.CallExpr) bool {
		return said(call, call.Args...)
	})
}
