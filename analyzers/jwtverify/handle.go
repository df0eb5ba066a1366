package jwtverify

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// unenforced asks whether a middleware lets a request go on that it refuses.
func (c *check) unenforced() {
	for _, w := range c.Passed() {
		message := "the request is refused, but goes on to what handles it next"
		if w.Abort != "" {
			message += ": nothing calls " + w.Abort
		} else {
			message += ": a return is missing"
		}
		c.found("unenforced-auth", w.Answer, message, w.Next, "handed on here")
	}
}

// panics asks whether the form of a request decides whether its handler panics.
func (c *check) panics() {
	for _, e := range c.Panics() {
		c.found("header-panic", e, "a piece of the credentials is taken by its place and nothing tells whether there is one: a request without it panics", nil, "")
	}
	for _, e := range c.Impossible() {
		c.found("header-panic", e, "a claim is never of this type after decoding: every token that has the claim panics", nil, "")
	}
}

// texts asks whether the text of an error decides.
func (c *check) texts() {
	for _, w := range c.ErrorTexts() {
		c.found("error-text", w.Expr, "what is wrong with a token is told by the text of an error: another version of the library has another text", nil, "", c.sentinel(w)...)
	}
}

// sentinel compares the error with the library's own, where the text means that the time of the token is over.
func (c *check) sentinel(w calls.Wording) []analysis.SuggestedFix {
	if !strings.Contains(strings.ToLower(w.Text), "expired") {
		return nil
	}
	pkg, name := c.Sentinel(w.Call, model.Expired)
	if name == "" {
		return nil
	}
	_ = pkg
	return nil
}

var _ ast.Node = span{}
