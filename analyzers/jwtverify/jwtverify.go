package jwtverify

// This file asks its questions of each call that reads a token:
//
//	token, err := jwt.Parse(s, keyFunc)                // verifies
//	token, _, err := parser.ParseUnverified(s, claims) // reads only

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/algorithm"
	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/leniency"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/program"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/behind"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/header"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/outcome"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/refusal"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/rewritten"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/whom"
)

// Analyzer reports tokens that are believed without a reason.
var Analyzer = &analysis.Analyzer{
	Name: "jwtverify",
	Doc:  doc,
	URL:  report.Docs + "jwtverify.md",
	Run:  run,
	Requires: []*analysis.Analyzer{
		calls.Analyzer, report.Directives, sinks.Analyzer, claims.Analyzer,
		program.Analyzer, leniency.Analyzer, refusal.Analyzer, behind.Analyzer,
		whom.Analyzer, rewritten.Analyzer,
	},
	Flags: report.Flags(&settings),
}

var settings report.Settings

// check is one run over one package.
type check struct {
	calls.View
	*report.Reporter
	pass      *analysis.Pass
	program   *program.Reader
	uses      *uses.Reader
	outcome   *outcome.Reader
	algorithm *algorithm.Reader
	leniency  *leniency.Reader
	refusal   *refusal.Reader
	header    *header.Reader
}

func run(pass *analysis.Pass) (any, error) {
	whole, done := pass.ResultOf[behind.Analyzer].(*behind.Program).Unguarded(), false
	open := pass.ResultOf[whom.Analyzer].(*whom.Program).Unasked()
	calls.Inspect(pass, func(p *calls.Package) {
		done = true
		c := newCheck(pass, p)
		unguarded(c, whole)
		unasked(c, open)
		for _, call := range p.All {
			ask(c, call)
		}
		for _, call := range leniency.ForwardingCalls(pass, p) {
			c.lenient(call)
		}
		c.wrapped()
		c.validities()
		c.unsigned()
		c.keysFromToken()
		c.unenforced()
		c.tolerant()
		c.ignoredErrors()
		c.undecided()
		c.unmaintained()
		c.panics()
		c.errorTexts()
		c.Done(category.Verify)
	})
	if !done && len(whole)+len(open) > 0 { // main itself has no word of tokens
		c := &check{Reporter: report.New(pass, &settings), pass: pass}
		unguarded(c, whole)
		unasked(c, open)
	}
	return nil, nil
}

// ask asks the questions about one call that reads a token.
func ask(c *check, call *calls.Call) {
	switch call.Verb {
	case model.Decode:
		c.unverified(call)
	case model.Verify:
		if k := c.leniency.SkipsSignature(call); k != nil && len(k.Args(model.Enforced)) > 0 {
			c.unverified(call) // it decodes
			return
		}
		c.ignored(call)
		c.swallowed(call)
		c.unpinned(call)
		c.disabled(call)
		c.audience(call)
	}
}

func newCheck(pass *analysis.Pass, p *calls.Package) *check {
	u := uses.New(p)
	a := algorithm.New(p, u)
	return &check{
		View: p.View, Reporter: report.New(pass, &settings), pass: pass, program: program.Of(pass),
		uses: u, algorithm: a, outcome: outcome.New(p, u), refusal: refusal.New(pass, p),
		header:   header.New(p),
		leniency: leniency.New(p, u, a, claims.New(pass, p)),
	}
}

// called is the place of a call that a person would look at: its name.
func called(call *calls.Call) ast.Node { return syntax.Span(call.At(), call.Node.End()) }
