package jwtverify

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// Analyzer reports tokens that are believed without a reason.
var Analyzer = &analysis.Analyzer{
	Name:     "jwtverify",
	Doc:      doc,
	URL:      report.Docs + "jwtverify.md",
	Run:      run,
	Requires: []*analysis.Analyzer{calls.Analyzer},
	Flags:    report.Flags(&settings),
}

var settings report.Settings

// check is one run over one package.
type check struct {
	*calls.Package
	*report.Reporter
	pass *analysis.Pass
}

func run(pass *analysis.Pass) (any, error) {
	calls.Ask(pass, func(p *calls.Package) {
		c := &check{p, report.New(pass, &settings), pass}
		for _, call := range p.Calls {
			switch call.Verb {
			case model.Verify:
				if k := c.Blinded(call); k != nil && len(k.Args(model.Enforced)) > 0 {
					c.unverified(call) // it decodes
					continue
				}
				c.ignored(call)
				c.swallowed(call)
				c.unpinned(call)
				c.relaxed(call)
				c.audience(call)
			case model.Decode:
				c.unverified(call)
			case model.Relax:
				c.lenient(call)
			}
		}
		c.relayed()
		c.validities()
		c.none()
		c.unproven()
		c.unenforced()
		c.tolerant()
		c.obsolete()
		c.panics()
		c.texts()
		c.Done(Categories, false)
	})
	return nil, nil
}

// found reports a defect at a node; at is where it matters, nil for nowhere else.
func (c *check) found(category string, n ast.Node, message string, at ast.Node, why string, fixes ...analysis.SuggestedFix) {
	f := report.Finding{Category: category, Pos: n.Pos(), End: n.End(), Message: message, Fixes: fixes}
	if at != nil {
		f.At, f.Why = at.Pos(), why
	}
	c.Report(f)
}

// called is the place of a call that a person would look at: its name.
func called(call *calls.Call) ast.Node { return span{call.At(), call.Node.End()} }

// span is a piece of the source as a node.
type span struct{ pos, end token.Pos }

func (s span) Pos() token.Pos { return s.pos }
func (s span) End() token.Pos { return s.end }
