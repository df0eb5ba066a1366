package jwtverify

// This file finds claims that are used without verification:
//
//	parser.ParseUnverified(s, claims)
//	user := claims.Subject // unverified-token
//	token, _ := jwt.Parse(s, keyFunc)
//	use(token.Claims)      // ignored-error

import (
	"go/ast"
	"strconv"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/behind"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/reading"
)

// unverified asks whether claims of a token are used that is never verified (RFC 8725 section 3.3).
// Where some callers of a function that decodes verify their token, those that do not are
// reported.
func (c *check) unverified(call *calls.Call) {
	reader := readings(c)
	all := reader.Of(call)
	var bad []reading.Reading
	var used []uses.Read
	for _, r := range all {
		if use, ok := reader.Believed(r); ok {
			bad, used = append(bad, r), append(used, use)
		}
	}
	for i, r := range bad {
		at := called(call)
		outer := c.Origin.Paths.Outermost(r.Path)
		into := r.Path.CallOf(c.Index.FuncAt(call.Node.Pos())) != nil
		if outer != nil && into && len(bad) < len(all) {
			at = outer
		}
		if call.Verb == model.Decode &&
			(behind.Open(reader, r.Requests()...) || behind.Passes(reader, r.Requests()...) != "") {
			c.Excuse(report.Found("unverified-token", at, "")) // main may report it
			continue
		}
		c.Report(report.Found("unverified-token", at, what(used[i].Claim)+neverVerified).
			At(used[i], "used here"))
	}
}

// readings returns what finds how calls read tokens.
func readings(c *check) *reading.Reader {
	return &reading.Reader{
		View: c.View, Program: c.program, Uses: c.uses, Leniency: c.leniency, Refusal: c.refusal,
	}
}

const neverVerified = " of a token that is never verified is used: claims can be forged"

// unguarded reports handlers and middlewares of other packages that read tokens which nothing of the
// program verifies.
func unguarded(c *check, reads []behind.Read) {
	for _, r := range reads {
		category, message := "unverified-token", what(r.Claim)+neverVerified
		if r.Indexed {
			category, message = "header-panic", "Authorization"+neverMeasured
		}
		c.ReportElsewhere(category, r.Place, 0, message, "nothing of this program verifies it before")
	}
}

// what names the claim that is used.
func what(claim string) string {
	if claim == "" {
		return "a claim"
	}
	return "claim " + strconv.Quote(claim)
}

// ignored asks whether claims are used before or without a look at the error of their verification.
func (c *check) ignored(call *calls.Call) {
	if call.Via != nil {
		return
	}
	if use, ok := c.outcome.UncheckedUse(call); ok {
		message := what(use.Claim) + " is used before the error of " + call.Label() + " is checked"
		if o, _ := c.outcome.Outcome(call); o.Discarded {
			message = "the error of " + call.Label() + " is ignored and " + what(use.Claim) + " is used"
		}
		c.Report(report.Found("ignored-error", called(call),
			message+": a forged token is accepted").At(use, "used here"))
		return
	}
	if use, ok := c.outcome.UseAfterError(call); ok && !c.refusal.IsUnenforced(call.Node, use) {
		c.tolerated(call, use, what(use.Claim), model.ReturnsUnverified(call.Library()))
	} else if use, ok := c.outcome.UseOfForged(call); ok &&
		!c.refusal.IsUnenforced(call.Node, use) {
		c.Report(report.Found("ignored-error", called(call),
			what(use.Claim)+" is used after errors of "+call.Label()+" that nothing tests for: a forged "+
				"token is accepted").At(use, "used here"))
	}
}

// tolerated reports a use that follows on a failed verification.
func (c *check) tolerated(call *calls.Call, use ast.Expr, what string, accepted bool) {
	harm := "an invalid token is accepted or panics"
	if accepted {
		harm = "a forged token is accepted"
	}
	c.Report(report.Found("ignored-error", called(call),
		what+" is used although "+call.Label()+" returned an error, which only gets reported: "+
			harm).
		At(use, "used here"))
}

// wrapped asks whether the verification result of this package's own functions is ignored.
func (c *check) wrapped() {
	for _, call := range c.outcome.WrappedVerifications() {
		if use, ok := c.outcome.UncheckedWrapperUse(call); ok {
			c.Report(report.Found("ignored-error", called(call),
				"the result of "+call.Label()+" is ignored and the token is used: an invalid "+
					"token is accepted or panics").At(use, "used here"))
		} else if use, ok := c.outcome.WrapperUseAfterError(call); ok &&
			!c.refusal.IsUnenforced(call.Node, use) {
			c.tolerated(call, use, "the token", false)
		}
	}
}

// swallowed asks whether a function in which verification fails returns as if it had not.
func (c *check) swallowed(call *calls.Call) {
	if r := c.outcome.SwallowingReturn(call); r != nil {
		c.Report(report.Found("ignored-error", r,
			"returns no error where "+call.Label()+" returned one: a forged token is accepted").
			At(called(call), "verified here"))
	}
}

// keysFromToken asks whether the header of a token leads to what verifies it (RFC 8725 section
// 3.10).
func (c *check) keysFromToken() {
	for _, u := range c.header.Uses() {
		name := "token header"
		if u.Name != "" {
			name += " " + strconv.Quote(u.Name)
		}
		c.Report(report.Found("key-from-token", u.At, name+" "+harms[u.As]))
	}
}

// harms say what a token's header does where it is not looked at first.
var harms = map[model.Role]string{
	model.Address:   "chooses the URL that the key is fetched from: an attacker can host the key",
	model.File:      "chooses the file that the key is read from: an attacker can name any file",
	model.Statement: "is part of the text of a SQL statement: an attacker can inject SQL",
	model.Key:       "is used as the key that verifies the token: an attacker can sign tokens",
}
