package jwtverify

import (
	"fmt"
	"go/ast"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// lenient is the longest leeway that clocks which differ can need (RFC 7519 section 4.1.4: no more than a few minutes).
const lenient = 5 * time.Minute

// disabled asks whether a verification is told to leave out checks of claims.
func (c *check) disabled(call *calls.Call) {
	if call.Via != nil {
		return
	}
	opts, _ := c.Calls.Options(call)
	for _, k := range opts {
		if k.Verb != model.SkipClaims {
			continue
		}
		if life, at := c.leniency.Leeway(k); life > lenient {
			c.Report(report.Found("validation-disabled", at, fmt.Sprintf("tokens are good for %s after their end: a stolen one works that much longer", life)).At(called(call), "verified here"))
		}
		c.off(call, k)
	}
	if k := c.leniency.SkipsSignature(call); k != nil && len(k.Args(model.Skipped)) > 0 && (c.uses.UsesClaims(call) || len(c.leniency.ForwardingFuncs(call)) > 0) {
		c.Report(report.Found("validation-disabled", place(k, model.Skipped), "the signature of the token is not checked: whoever writes one can be anybody").At(called(call), "verified here"))
	}
	if use, ok := c.leniency.SignatureOnlyUse(call); ok {
		c.Report(report.Found("validation-disabled", called(call), call.Label()+" looks at the signature only and nobody checks the claims: the token is good after its end, too").At(use, "used here"))
	}
}

// off reports checks that a setting leaves out, unless the package makes them itself or does not use what the token says.
func (c *check) off(call, k *calls.Call) {
	if !c.uses.UsesClaims(call) {
		return
	}
	if c.leniency.SkipsCheck(k, model.Skipped) && !c.uses.ChecksExpiry(call) && !c.uses.IsIDTokenHint(call) {
		c.Report(report.Found("validation-disabled", place(k, model.Skipped, model.Enforced), "the claims of the token are not checked: it is good after its end, too").At(called(call), "verified here"))
	}
	if c.leniency.SkipsCheck(k, model.Issuer) && !c.uses.ChecksClaim(call, model.Issuer) {
		c.Report(report.Found("validation-disabled", place(k, model.Issuer), "nobody looks by whom the token was made: one of another issuer passes").At(called(call), "verified here"))
	}
	if settings.Strict && c.leniency.SkipsCheck(k, model.Audience) && !c.uses.ChecksClaim(call, model.Audience) {
		c.Report(report.Found("missing-audience", place(k, model.Audience), "nobody looks for whom the token was made: one made for another service passes").At(called(call), "verified here"))
	}
}

// lenient asks whether claims are used that another package has verified and left unchecked.
func (c *check) lenient(call *calls.Call) {
	if c.uses.ChecksExpiry(call) {
		return
	}
	for _, use := range c.uses.Result(call).Reads() {
		if use.Claim != "" {
			c.Report(report.Found("validation-disabled", called(call), "the claims of the token are not checked, there or here: it is good after its end, too, via "+call.Label()).At(use, "used here"))
			return
		}
	}
}

// place is where a person would look at a setting.
func place(k *calls.Call, roles ...model.Role) ast.Node {
	for _, r := range roles {
		if args := k.Args(r); len(args) > 0 {
			return args[0]
		}
	}
	return called(k)
}

// validities asks whether a method of claims that is to check them does, and whether anybody calls it.
func (c *check) validities() {
	for _, v := range c.leniency.ValidMethods() {
		switch {
		case v.Called && v.Empty:
			c.Report(report.Found("validation-disabled", v.Decl.Name, "Valid says yes to all claims and takes the place of the library's checks: a token is good after its end, too"))
		case !v.Called && !v.Empty:
			c.Report(report.Found("validation-disabled", v.Decl.Name, "nothing calls Valid in this version of the library: what it refuses is accepted"))
		}
	}
}

// audience asks whether tokens that say for whom they are made are verified without a look at that (RFC 8725 section 3.9).
func (c *check) audience(call *calls.Call) {
	if call.Via != nil {
		return
	}
	if _, seen := c.Calls.Options(call); !seen {
		return
	}
	for _, made := range c.leniency.ClaimSetters(call, "aud") {
		if !c.uses.ChecksClaim(call, model.Audience) {
			c.unread(call, made, "nobody looks for whom the token was made, which its maker says: one made for another service passes")
			return
		}
	}
	if !settings.Strict {
		return
	}
	for _, made := range c.leniency.ClaimSetters(call, "iss") {
		if !c.uses.ChecksClaim(call, model.Issuer) {
			c.unread(call, made, "nobody looks by whom the token was made, which its maker says")
			return
		}
	}
}

// unread reports a claim that a maker sets and a verification does not look at: once, however many do not.
func (c *check) unread(call *calls.Call, made ast.Node, message string) {
	f := report.Found("missing-audience", called(call), message).At(made, "set here")
	f.Source = made
	c.Report(f)
}
