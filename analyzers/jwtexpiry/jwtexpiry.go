package jwtexpiry

// This file looks at the claims of each call:
//
//	claims := jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
//	jwt.NewWithClaims(m, claims).SignedString(key) // the claims that are signed
//	jwt.ParseWithClaims(s, &Claims{}, keyFunc)     // the type that is read into

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
)

// Analyzer reports tokens that live too long, or whose end no verifier sees.
var Analyzer = &analysis.Analyzer{
	Name: "jwtexpiry",
	Doc:  doc,
	URL:  report.Docs + "jwtexpiry.md",
	Run:  run,
	Requires: []*analysis.Analyzer{
		calls.Analyzer, report.Directives, sinks.Analyzer, claims.Analyzer, endsAnalyzer,
	},
	Flags: flags(),
}

var settings report.Settings

// check is one run over one package.
type check struct {
	calls.View
	*report.Reporter
	claims   *claims.Reader
	ends     *ends
	verifies []*calls.Call // the calls of the package that verify tokens
}

func run(pass *analysis.Pass) (any, error) {
	of := pass.ResultOf[endsAnalyzer].(*ends)
	whole, done := of.unread(), false
	calls.Inspect(pass, func(p *calls.Package) {
		done = true
		c := &check{
			View: p.View, Reporter: report.New(pass, &settings), claims: claims.New(pass, p), ends: of,
		}
		for _, call := range p.All {
			if call.Verb == model.Verify {
				c.verifies = append(c.verifies, call)
			}
		}
		unreadElsewhere(c.Reporter, whole)
		for _, call := range p.All {
			switch call.Verb {
			case model.Sign:
				c.signed(call)
			case model.Verify:
				c.verified(call)
			}
		}
		for _, h := range c.claims.Lifetimes() {
			c.long(h.Call, model.Life, claims.Way{Known: h.Purpose}, h.Ends)
			if len(h.Wrong) > 0 {
				c.found("expiry-unit", h.Value,
					"lifetime is an absolute time, not a duration: tokens do not expire for decades",
					h.Call)
			}
		}
		for _, call := range claims.Unended(c.claims) {
			c.unended(call)
		}
		for _, call := range c.claims.Made() {
			c.made(call)
		}
		c.Done(category.Expiry)
	})
	if !done && len(whole) > 0 { // main itself has no word of tokens
		unreadElsewhere(report.New(pass, &settings), whole)
	}
	return nil, nil
}

// signed asks all questions about the payload of one signing call.
func (c *check) signed(call *calls.Call) {
	for _, role := range []model.Role{model.Life, model.Refresh} {
		for _, e := range call.Args(role) {
			c.long(call, role, claims.Way{}, c.Quantity.Of(e))
		}
	}
	for _, pay := range c.claims.Payloads(call) {
		c.missing(call, pay)
		for _, claim := range pay.Setters("exp") {
			c.long(call, model.Life, claims.Way{Path: pay.Path, Claim: &claim},
				c.Quantity.Of(claim.Value))
		}
	}
	pay := c.claims.Payload(call)
	for _, name := range []string{"exp", "nbf", "iat"} {
		for _, claim := range pay.Setters(name) {
			qs := c.Quantity.Of(claim.Value)
			if !claim.Lifetime {
				c.unit(call, claim, qs)
			}
			c.frozen(call, claim, qs)
		}
	}
	for _, t := range pay.Types {
		c.shadowed(t, !c.readOtherwise(t))
	}
}

// made asks about claims that another package signs. It may know better than their names what the
// token is for: only what is long for any token is reported.
func (c *check) made(call *calls.Call) {
	for _, claim := range c.claims.Payload(call).Setters("exp") {
		qs := c.Quantity.Of(claim.Value)
		c.unit(call, claim, qs)
		c.long(call, model.Life, claims.Way{Claim: &claim, Known: claims.OtherToken}, qs)
	}
}

// verified asks about the type that claims are read into.
func (c *check) verified(call *calls.Call) {
	for _, e := range call.Args(model.Claims) {
		c.shadowed(c.Info.TypeOf(e), true)
		c.byValue(e)
	}
}

// found reports a defect at a node of this package.
func (c *check) found(category string, at ast.Node, message string, sink *calls.Call) {
	if at == nil || !at.Pos().IsValid() {
		return
	}
	f := report.Found(category, at, message)
	if sink != nil {
		f = f.Because(sink.At(), "signed by "+sink.Label()+" here")
	}
	c.Report(f)
}

// via says which object of another package brought a value.
func via(q quantity.Value) string {
	if q.Via == nil {
		return ""
	}
	return ", via " + q.Via.Pkg().Name() + "." + q.Via.Name()
}
