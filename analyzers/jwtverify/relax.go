package jwtverify

// This file finds checks of claims that are left out:
//
//	jwt.NewParser(jwt.WithoutClaimsValidation()) // validation-disabled
//	jwt.NewParser(jwt.WithLeeway(time.Hour))     // validation-disabled: too long
//	jwt.NewParser(jwt.WithAudience("api"))       // aud is validated

import (
	"fmt"
	"go/ast"
	"time"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/whom"
)

// lenient is the longest leeway that clocks which differ can need (RFC 7519 section 4.1.4: no more
// than a few minutes).
const lenient = 5 * time.Minute

// disabled asks whether a verification is configured to leave out checks of claims.
func (c *check) disabled(call *calls.Call) {
	if call.Via != nil || c.algorithm.VerifiesNothing(call) {
		return
	}
	opts, _ := c.Calls.Options(call)
	for _, k := range opts {
		if k.Verb != model.SkipClaims {
			continue
		}
		if life, at := c.leniency.Leeway(k); life > lenient {
			c.Report(report.Found("validation-disabled", at,
				fmt.Sprintf("tokens are accepted for %s after their expiration (exp): a stolen "+
					"token works that much longer", life)).At(called(call), "verified here"))
		}
		c.off(call, k)
	}
	if k := c.leniency.SkipsSignature(call); k != nil && len(k.Args(model.Skipped)) > 0 &&
		(c.uses.UsesClaims(call) || len(c.leniency.ForwardingFuncs(call)) > 0) {
		c.Report(report.Found("validation-disabled", place(k, model.Skipped),
			"the signature of the token is not verified: claims can be forged").
			At(called(call), "verified here"))
	}
	if use, ok := c.leniency.SignatureOnlyUse(call); ok {
		c.Report(report.Found("validation-disabled", called(call),
			call.Label()+" verifies only the signature and expiration (exp) is not validated: "+
				"expired tokens are accepted").At(use, "used here"))
	}
}

// off reports checks that a setting leaves out, unless the package makes them itself or does not
// use what the token says.
func (c *check) off(call, k *calls.Call) {
	if !c.uses.UsesClaims(call) {
		return
	}
	if c.leniency.SkipsCheck(k, model.Skipped) && !c.uses.ChecksExpiry(call) &&
		!c.uses.IsIDTokenHint(call) && !uses.IsProof(c.View, call) {
		c.Report(report.Found("validation-disabled", place(k, model.Skipped, model.Enforced),
			"expiration (exp) is not validated: expired tokens are accepted").
			At(called(call), "verified here"))
	}
	if c.leniency.SkipsCheck(k, model.Issuer) && !c.uses.ChecksClaim(call, model.Issuer) {
		c.Report(report.Found("validation-disabled", place(k, model.Issuer),
			"issuer (iss) is not validated: a token of another issuer is accepted").
			At(called(call), "verified here"))
	}
	if settings.Strict && c.leniency.SkipsCheck(k, model.Audience) &&
		!c.uses.ChecksClaim(call, model.Audience) && !c.leniency.OwnKeys(call) {
		c.Report(report.Found("missing-audience", place(k, model.Audience),
			"audience (aud) is not validated: a token for another service is accepted").
			At(called(call), "verified here"))
	}
}

// lenient asks whether claims are used that another package has verified and left unchecked.
func (c *check) lenient(call *calls.Call) {
	if c.uses.ChecksExpiry(call) {
		return
	}
	for _, use := range c.uses.Result(call).Reads() {
		if use.Claim != "" {
			c.Report(report.Found("validation-disabled", called(call),
				"expiration (exp) is not validated, there or here: expired tokens are accepted, "+
					"via "+call.Label()).
				At(use, "used here"))
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

// validities asks whether a method of claims that is to validate them does, and whether it is
// called.
func (c *check) validities() {
	for _, v := range c.leniency.ValidMethods() {
		switch {
		case v.Called && v.Empty:
			c.Report(report.Found("validation-disabled", v.Decl.Name,
				"Valid accepts all claims and replaces the validation of the library: expired "+
					"tokens are accepted"))
		case !v.Called && !v.Empty:
			c.Report(report.Found("validation-disabled", v.Decl.Name,
				"Valid is never called by this version of the library: claims that it "+
					"rejects are accepted"))
		}
	}
}

// audience asks whether tokens with an audience are verified without validating it (RFC 8725
// section 3.9). Where all tokens of the key have the same, the key says as much.
func (c *check) audience(call *calls.Call) {
	if _, seen := c.Calls.Options(call); call.Via != nil || c.anybody(call) || !seen {
		return
	}
	list := whom.Of(c.Calls, c.uses, c.leniency, call)
	if len(list) > 0 && list[0].Claim == "aud" && (settings.Strict || !list[0].Strict) {
		c.unread(call, list[0])
		return
	}
	if !settings.Strict {
		return
	}
	if sibling := c.leniency.Unlike(call); sibling != nil {
		c.Report(report.Found("missing-audience", called(call), "audience (aud) is not always validated "+
			"for this key: a token for another service is accepted").At(called(sibling), "validated here"))
		return
	}
	for _, by := range list {
		c.unread(call, by)
	}
}

// anybody asks whether a call that is told whom a token must be for is told nobody, and then takes
// those for everybody: keys of a provider sign the tokens of all its clients.
//
//	idtoken.Validate(ctx, token, "")
func (c *check) anybody(call *calls.Call) bool {
	if !c.Origin.Blank(call.Args(model.Audience)) {
		return false
	}
	if c.uses.UsesClaims(call) && !c.uses.ReadsClaim(call, "aud") {
		c.Report(report.Found("missing-audience", called(call), "audience (aud) is not validated, "+
			"as it is empty: a token for another client of the issuer is accepted"))
	}
	return true
}

// unread reports a claim that is set when signing and not validated: once, however many
// verifications do not. Where others may validate it, main knows whether they do.
func (c *check) unread(call *calls.Call, by whom.Unread) {
	f := report.Found("missing-audience", called(call), notValidated[by.Claim]).At(by.Set, "set here")
	f.Source = by.Set
	if c.Pkg.Name() != "main" && c.leniency.HandsOut(call) {
		c.Excuse(f)
		return
	}
	c.Report(f)
}

// unasked reports verifications of other packages that leave a claim to a program which does not ask
// for it.
func unasked(c *check, list []whom.Open) {
	for _, o := range list {
		if o.Strict && !settings.Strict {
			continue
		}
		c.ReportElsewhere("missing-audience", o.Place, o.Len, notValidated[o.Claim],
			"no package of this program does")
	}
}

// notValidated are the messages for claims that are not validated.
var notValidated = map[string]string{
	"aud": "audience (aud) is set when signing but not validated: a token for another service is " +
		"accepted",
	"iss": "issuer (iss) is set when signing but not validated: a token of another issuer is accepted",
}
