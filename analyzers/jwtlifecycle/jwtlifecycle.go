package jwtlifecycle

// This file asks what becomes of tokens that were revoked before their time:
//
//	rdb.Set(ctx, "revoked:"+claims.ID, 1, 0)              // kept for how long
//	n, err := rdb.Exists(ctx, "revoked:"+jti).Result()    // asked, and what if that fails

import (
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/category"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/entries"
	"github.com/jwtvet/jwtvet/analyzers/internal/measures"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/sensitive"
)

// Analyzer reports tokens that are accepted although they were revoked or their key was replaced.
var Analyzer = &analysis.Analyzer{
	Name: "jwtlifecycle",
	Doc:  doc,
	URL:  report.Docs + "jwtlifecycle.md",
	Run:  run,
	Requires: []*analysis.Analyzer{
		calls.Analyzer, report.Directives, sinks.Analyzer, claims.Analyzer, surveyAnalyzer,
		sensitiveAnalyzer, exposedAnalyzer, entries.Analyzer,
	},
	Flags: flags(),
}

var settings report.Settings

// check is one run over one package.
type check struct {
	pass *analysis.Pass
	calls.View
	*report.Reporter
	claims *claims.Reader
	lists  *denylist.Reader
	ages   measures.Ages
	life   *time.Duration // see shortestLife
}

func run(pass *analysis.Pass) (any, error) {
	of := pass.ResultOf[surveyAnalyzer].(*surveys)
	ask := calls.Inspect
	routes := pass.ResultOf[sensitiveAnalyzer].([]sensitive.Route)
	lists := pass.ResultOf[exposedAnalyzer].(*exposedLists)
	if of.whole != nil || len(routes)+len(lists.whole.Puts) > 0 { // whether the package itself has to do with tokens or not
		ask = calls.InspectAny
	}
	ask(pass, func(p *calls.Package) {
		c := &check{
			pass: pass, View: p.View, Reporter: report.New(pass, &settings),
			claims: claims.New(pass, p), lists: denylist.New(p),
			ages: measures.Ages{View: p.View},
		}
		c.open()
		c.ttl()
		ofProgram(c, lists)
		c.early()
		c.units()
		c.dereferenced()
		c.fallbacks()
		c.stepups()
		for _, r := range routes {
			c.Report(unconfirmed(r))
		}
		c.advise(of.whole)
		c.excuse(of.own)
		c.Done(category.Lifecycle)
	})
	return nil, nil
}
