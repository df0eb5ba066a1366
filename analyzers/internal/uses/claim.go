package uses

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/secrets"
)

// This file answers which checks of claims a package makes by itself:
//
//	if time.Now().After(claims.ExpiresAt.Time) {   // exp
//	if !claims.VerifyAudience("api", true) {       // aud
//	validator.Validate(claims)                     // all that the validator is made with

// VerifiesToken reports whether a declared function holds a call that verifies a token.
func VerifiesToken(p *calls.Package, d *ast.FuncDecl) bool {
	return slices.ContainsFunc(p.All, func(c *calls.Call) bool {
		return c.Verb == model.Verify && d.Pos() <= c.Node.Pos() && c.Node.End() <= d.End()
	})
}

// UsesClaims reports whether this package uses claims of the token that a call verifies. Where
// only the error counts, a verification can leave claims unchecked; packages that get the claims
// from here are judged by what they do with them.
func (p *Reader) UsesClaims(c *calls.Call) bool { return len(p.Result(c).Reads()) > 0 }

// IsIDTokenHint reports whether the token of a call is the id_token_hint of a request, which may
// be expired (OpenID Connect Core section 3.1.2.1).
func (p *Reader) IsIDTokenHint(c *calls.Call) bool {
	return slices.ContainsFunc(p.TokenTrace(c).Origins, secrets.IsIDTokenHint)
}

// ChecksExpiry reports whether the package reads exp of the token that a call returns, or has its
// claims checked (RFC 7519 section 4.1.4).
func (p *Reader) ChecksExpiry(c *calls.Call) bool {
	res := p.Result(c)
	return res.readsClaim("exp") || slices.ContainsFunc(p.Calls.All, func(k *calls.Call) bool {
		return k.Verb == model.Check && k != c && res.isChecked(k)
	})
}

// ChecksClaim reports whether the package validates the audience or the issuer of the token that a
// call returns (RFC 8725 sections 3.8 and 3.9): role is Audience or Issuer.
func (p *Reader) ChecksClaim(c *calls.Call, role model.Role) bool {
	return p.Result(c).readsClaim(claimOf[role]) || p.asksFor(c, role) || p.validatesItself(c, role)
}

// claimOf names the claims that say who a token is of and for.
var claimOf = map[model.Role]string{model.Audience: "aud", model.Issuer: "iss"}

// asksFor reports whether a library is told which audience or issuer the token of a call must have.
func (p *Reader) asksFor(c *calls.Call, role model.Role) bool {
	hasRole := func(k *calls.Call) bool { return k.Verb == model.Check && len(k.Args(role)) > 0 }
	opts, _ := p.Calls.Options(c)
	if slices.ContainsFunc(opts, hasRole) || len(c.Args(role)) > 0 {
		return true
	}
	res := p.Result(c)
	return slices.ContainsFunc(p.Calls.All, func(k *calls.Call) bool {
		if k.Verb != model.Check || !res.isChecked(k) {
			return false
		}
		expected, _ := p.Calls.Options(k)
		return hasRole(k) || slices.ContainsFunc(expected, hasRole)
	})
}

// HandsOnClaim reports whether the package reads the audience or the issuer of the token that a call
// returns, and does no more than to return it or to keep it in a struct: others may validate it.
//
//	return claims.Subject, claims.Issuer, nil
func (p *Reader) HandsOnClaim(c *calls.Call, role model.Role) bool {
	read := false
	for _, r := range p.Result(c).Reads() {
		if r.Claim != claimOf[role] {
			continue
		}
		read = true
		switch p.Index.Outer(r.Expr).(type) {
		case *ast.ReturnStmt, *ast.KeyValueExpr, *ast.CompositeLit:
		default:
			return false
		}
	}
	return read && !p.asksFor(c, role)
}

// ReadsClaim reports whether the package reads a claim of the token that a call returns.
func (p *Reader) ReadsClaim(c *calls.Call, name string) bool { return p.Result(c).readsClaim(name) }

// readsClaim reports whether the package reads a claim of the token by its name.
func (res *Result) readsClaim(name string) bool {
	return slices.ContainsFunc(res.Reads(), func(r Read) bool { return r.Claim == name })
}

// isChecked reports whether a call that checks claims gets those of the token.
func (res *Result) isChecked(check *calls.Call) bool {
	checked := slices.Concat(check.Args(model.Claims), check.Args(model.Object))
	return slices.ContainsFunc(checked, res.MayBe)
}

// TokenTrace returns the origins of the token that a call reads.
func (p *Reader) TokenTrace(c *calls.Call) origin.Trace {
	var out origin.Trace
	args, _ := p.Calls.Resolve(c, model.Token)
	for _, e := range args {
		out.Add(p.Origin.Trace(e))
	}
	return out
}

// IsStandard reports whether a package that own imports comes with Go: none of them verifies
// tokens.
func IsStandard(pkg, own *types.Package) bool {
	if pkg == nil {
		return true
	}
	first, _, _ := strings.Cut(pkg.Path(), "/")
	top, _, _ := strings.Cut(own.Path(), "/")
	return !strings.Contains(first, ".") && first != top
}
