package jwtsecret

// This file asks whether a program checks the keys in its exported variables:
//
//	package config // var Secret = os.Getenv("JWT_SECRET") // unchecked-secret
//	package auth   // token.SignedString([]byte(config.Secret))
//	package main   // imports both, and nobody compares config.Secret with ""

import (
	"go/types"
	"path"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/gate"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/jwtsecret/internal/loads"
)

// exposed reports the exported variables that no package of this program checks. Reports stand at
// the read, in the package that declares the variable.
func exposed(c *check) {
	known := c.startup.Known
	late, _ := c.startup.Late()
	for _, e := range known.Untouched(c.pass, known.Open()) {
		if late != nil && slices.ContainsFunc(strings.Split(e.Setting, "\n"), c.startup.TooEarly) {
			continue // unloaded-secret says more
		}
		var sink *calls.Call
		if e.Signs {
			sink = &calls.Call{Verb: model.Sign}
		}
		what := label(sink)
		if e.Name != "" {
			what += " " + path.Base(e.Pkg) + "." + e.Name
		}
		c.ReportElsewhere("unchecked-secret", e.Place, 0, what+" is read from the environment"+neverChecked,
			"this program uses it")
	}
}

// settled takes back what other packages have said of settings that this program tests.
func settled(c *check) {
	for _, e := range loads.Settled(c.startup.Known) {
		c.Withdraw("unchecked-secret", e.Place, "another package of this program tests the setting")
	}
}

// excused notes that directives take off what programs that import this package report here.
func excused(c *check) {
	scope := c.Pkg.Scope()
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !v.Exported() || !gate.MentionsTokens(name) {
			continue
		}
		for _, o := range c.Origin.Var(v).Origins {
			if o.Kind == origin.Env && o.Via == nil && o.At != nil {
				c.Excuse(report.Found("unchecked-secret", o.Read(), ""))
			}
		}
	}
}
