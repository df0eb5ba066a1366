package jwtsecret

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
)

// Analyzer reports keys that an attacker can know or guess.
var Analyzer = &analysis.Analyzer{
	Name:     "jwtsecret",
	Doc:      doc,
	URL:      report.Docs + "jwtsecret.md",
	Run:      run,
	Requires: []*analysis.Analyzer{calls.Analyzer, sinks.Analyzer, startAnalyzer},
	Flags:    report.Flags(&settings),
}

var settings report.Settings

// questions are what the analyzer asks of each key.
var questions = []func(*check, key){
	hardcoded, embedded, short, predictable, unchecked, unloaded, weak, mistyped,
}

// check is one run over one package.
type check struct {
	calls.View
	*report.Reporter
	claims   *claims.Reader
	startup  *startup
	reported map[ast.Node]bool // constants that are reported as keys or as defaults: one literal is one defect
}

// key is the key of one call, with where it comes from.
type key struct {
	*calls.Call
	origin.Trace
	alg model.Role
}

func run(pass *analysis.Pass) (any, error) {
	calls.Inspect(pass, func(p *calls.Package) {
		c := &check{
			p.View, report.New(pass, &settings), claims.New(p, sinks.New(pass, p)), pass.ResultOf[startAnalyzer].(*startup), map[ast.Node]bool{},
		}
		for _, own := range []bool{true, false} { // a defect is told with the nearest use: a library's own call first
			for _, call := range p.All {
				if call.UsesKey() && own == (call.Via == nil) {
					c.ask(call)
				}
			}
		}
		for _, keys := range p.NamedKeys {
			fallback(c, keys, nil)
		}
		shared(c)
		late(c)
		c.Done(Categories, true)
	})
	return nil, nil
}

// ask asks every question of the key of a call, for each way that leads to it.
func (c *check) ask(call *calls.Call) {
	alg := c.Calls.Alg(call)
	for _, tr := range c.Calls.Keys(call) {
		for _, question := range questions {
			question(c, key{call, tr, alg})
		}
	}
}

// found reports a defect at the birth of a key; sink is the call that uses it, nil when the name of a setting tells.
func (c *check) found(category string, at ast.Node, o origin.Origin, message string, sink *calls.Call) {
	constant := category == "hardcoded-secret" || category == "default-secret"
	if at == nil || constant && c.reported[at] {
		return
	}
	if constant {
		c.reported[at] = true
	}
	if o.Via != nil {
		message += ", via " + o.Via.Pkg().Name() + "." + o.Via.Name()
	}
	f := report.Finding{Category: category, Pos: at.Pos(), End: at.End(), Message: message}
	if fn, ok := o.Via.(*types.Func); o.Via != nil && (!ok || fn.Signature().Params().Len() == 0) {
		f.Source = o.Via
	}
	if sink != nil {
		f.At, f.Why = sink.At(), "reaches "+sink.Label()+" here"
	}
	if f.At == token.NoPos {
		f.Why = ""
	}
	c.Report(f)
}
