package jwtverify

import (
	"strconv"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/uses"
)

// unverified asks whether claims are believed of a token that nobody verifies (RFC 8725 section 3.3).
func (c *check) unverified(call *calls.Call) {
	if use, ok := c.believed(call); ok {
		c.Report(report.Found("unverified-token", called(call), what(use)+" of a token that nobody verified is used: whoever sends one can be anybody").At(use, "used here"))
	}
}

// what names the claim that is used.
func what(use uses.Read) string {
	if use.Claim == "" {
		return "a claim"
	}
	return "claim " + strconv.Quote(use.Claim)
}

// ignored asks whether claims are used before or without a look at the error of their verification.
func (c *check) ignored(call *calls.Call) {
	if call.Via != nil {
		return
	}
	if use, ok := c.outcome.UncheckedUse(call); ok {
		message := what(use) + " is used before anybody looks at the error of " + call.Label()
		if o, _ := c.outcome.Outcome(call); o.Discarded {
			message = "the error of " + call.Label() + " is dropped and " + what(use) + " is used"
		}
		c.Report(report.Found("ignored-error", called(call), message+": a forged token passes").At(use, "used here"))
	}
}

// wrapped asks whether what this package's own functions say of a token's verification is dropped.
func (c *check) wrapped() {
	for _, call := range c.outcome.WrappedVerifications() {
		if use, ok := c.outcome.UncheckedWrapperUse(call); ok {
			c.Report(report.Found("ignored-error", called(call), "what "+call.Label()+" says of a token is dropped and the token is used: one that is not good passes or panics").At(use, "used here"))
		}
	}
}

// swallowed asks whether a function that is told that a token is not good returns as if it were.
func (c *check) swallowed(call *calls.Call) {
	if r := c.outcome.SwallowingReturn(call); r != nil {
		c.Report(report.Found("ignored-error", r, "returns no error where "+call.Label()+" gave one: a forged token passes").At(called(call), "verified here"))
	}
}

// keysFromToken asks whether the header of a token leads to what verifies it (RFC 8725 section 3.10).
func (c *check) keysFromToken() {
	for _, u := range c.header.Uses() {
		name := "the header of a token"
		if u.Name != "" {
			name = strconv.Quote(u.Name) + " of a token's header"
		}
		c.Report(report.Found("key-from-token", u.At, name+" "+harms[u.As]))
	}
}

// harms say what a token's header does where it is not looked at first.
var harms = map[model.Role]string{
	model.Address:   "says where its key is fetched: whoever writes a token can host the key",
	model.File:      "says which file its key is read from: whoever writes a token can name any file",
	model.Statement: "is part of the text of a database statement: whoever writes a token can change the statement",
	model.Key:       "is the key that verifies the token: whoever writes a token can sign it",
}
