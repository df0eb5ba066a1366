package jwtlifecycle

// This file looks at functions that a team lists as sensitive:
//
//	// sensitive-functions: [accounts.Delete]
//	r.DELETE("/account", h.Remove) // missing-stepup: a stolen token is enough

import (
	"flag"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/jwtlifecycle/internal/sensitive"
)

// listed are the functions that a flag lists as sensitive.
var listed sensitive.Names

// flags returns the flags of the analyzer.
func flags() flag.FlagSet {
	fs := report.Flags(&settings)
	fs.Var(&listed, "sensitive-functions",
		"comma-separated `names` of functions that need a confirmation of their own, such as "+
			"accounts.Delete; with -strict")
	return fs
}

// sensitiveAnalyzer says to importing packages which functions run a sensitive one. It looks at
// nothing unless some are listed.
var sensitiveAnalyzer = &analysis.Analyzer{
	Name:       "jwtsensitive",
	Doc:        "find the routes to functions that are listed as sensitive",
	Run:        sensitivePackage,
	Requires:   []*analysis.Analyzer{calls.Analyzer},
	ResultType: reflect.TypeFor[[]sensitive.Route](),
	FactTypes:  []analysis.Fact{(*sensitive.Confirms)(nil), (*sensitive.Runs)(nil)},
}

// sensitivePackage returns the routes of a package that lead to sensitive functions.
func sensitivePackage(pass *analysis.Pass) (any, error) {
	var out []sensitive.Route
	if !settings.Strict || len(listed) == 0 || dependency.Unrelated(pass) || len(files.Of(pass)) == 0 {
		return out, nil
	}
	calls.InspectAny(pass, func(p *calls.Package) { out = sensitive.Routes(pass, p, listed) })
	return out, nil
}

// unconfirmed says that a route to a sensitive function has nobody confirm that (CWE-306).
func unconfirmed(r sensitive.Route) report.Finding {
	f := report.Found("missing-stepup", r.At, r.Name+" is listed as sensitive, and this route runs it "+
		"without a confirmation: a stolen token is enough")
	if r.Call != nil {
		f = f.At(r.Call, "called here")
	}
	return f
}
