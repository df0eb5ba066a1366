package uses

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/secrets"
)

// VerifiesToken reports whether a function declared here holds a call that verifies a token.
func VerifiesToken(p *calls.Package, d *ast.FuncDecl) bool {
	return slices.ContainsFunc(p.All, func(c *calls.Call) bool {
		return c.Verb == model.Verify && d.Pos() <= c.Node.Pos() && c.Node.End() <= d.End()
	})
}

// UsesClaims reports whether this package uses what a token says: a verification whose error is all that counts can leave out what
// it likes, and who gets the claims from here is asked there, see [Package.ForwardingFuncs].
func (p *Reader) UsesClaims(c *calls.Call) bool { return len(p.Result(c).Reads()) > 0 }

// IsIDTokenHint reports whether a token is the hint of an OpenID client on who its user was.
func (p *Reader) IsIDTokenHint(c *calls.Call) bool {
	return slices.ContainsFunc(p.TokenTrace(c).Origins, secrets.IsIDTokenHint)
}

// ChecksExpiry reports whether the package looks itself at the end of the token that a call yields, or has its claims checked.
func (p *Reader) ChecksExpiry(c *calls.Call) bool {
	res := p.Result(c)
	if slices.ContainsFunc(res.Reads(), func(r Read) bool { return r.Claim == "exp" }) {
		return true
	}
	return slices.ContainsFunc(p.Calls.All, func(k *calls.Call) bool {
		return k.Verb == model.Check && k != c && slices.ContainsFunc(slices.Concat(k.Args(model.Claims), k.Args(model.Object)), res.MayBe)
	})
}

// ChecksClaim reports whether the package looks for whom, or by whom, the token that a call yields was made: role is Audience
// or Issuer.
func (p *Reader) ChecksClaim(c *calls.Call, role model.Role) bool {
	claim := map[model.Role]string{model.Audience: "aud", model.Issuer: "iss"}[role]
	res := p.Result(c)
	if slices.ContainsFunc(res.Reads(), func(r Read) bool { return r.Claim == claim }) {
		return true
	}
	opts, _ := p.Calls.Options(c)
	if slices.ContainsFunc(opts, func(k *calls.Call) bool { return k.Verb == model.Check && len(k.Args(role)) > 0 }) || len(c.Args(role)) > 0 {
		return true
	}
	return slices.ContainsFunc(p.Calls.All, func(k *calls.Call) bool {
		return k.Verb == model.Check && len(k.Args(role)) > 0 && slices.ContainsFunc(slices.Concat(k.Args(model.Claims), k.Args(model.Object)), res.MayBe)
	})
}

// TokenTrace returns where the token that a call reads comes from.
func (p *Reader) TokenTrace(c *calls.Call) origin.Trace {
	var out origin.Trace
	args, _ := p.Calls.Resolve(c, model.Token)
	for _, e := range args {
		out.Add(p.Origin.Trace(e))
	}
	return out
}
