package jwtsecret

// This file asks whether a program checks the keys in its exported variables:
//
//	package config // var Secret = os.Getenv("JWT_SECRET") // unchecked-secret
//	package auth   // token.SignedString([]byte(config.Secret))
//	package main   // imports both, and nobody compares config.Secret with ""

import (
	"go/types"
	"path"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/internal/regular"
)

// exposed reports the exported variables that no package of this program checks. Reports stand at
// the read, in the package that declares the variable.
func exposed(c *check) {
	known := c.startup.Known
	for _, e := range known.Untouched(known.Open()) {
		name := known.Path(e)
		text, err := regular.Read(name, regular.Limit)
		if err != nil {
			continue
		}
		file := c.pass.Fset.AddFile(name, -1, len(text))
		file.SetLinesForContent(text)
		if e.Line < 1 || e.Line > file.LineCount() {
			continue
		}
		start := file.Offset(file.LineStart(e.Line)) + e.Col - 1
		if start < 0 || start >= len(text) {
			continue
		}
		var sink *calls.Call
		if e.Signs {
			sink = &calls.Call{Verb: model.Sign}
		}
		at := syntax.Span(file.Pos(start), file.Pos(start+1))
		c.ReadLine(file, text, at, "unchecked-secret")
		c.Report(inGo(report.Found("unchecked-secret", at, label(sink)+" "+path.Base(e.Pkg)+"."+
			e.Name+" is read from the environment"+neverChecked),
			c.pass.Files[0].Name, "this program uses it"))
	}
}

// excused notes that directives take off what programs that import this package report here.
func excused(c *check) {
	scope := c.Pkg.Scope()
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !v.Exported() || !calls.MentionsTokens(name) {
			continue
		}
		for _, o := range c.Origin.Var(v).Origins {
			if o.Kind == origin.Env && o.Via == nil && o.At != nil {
				c.Excuse(report.Found("unchecked-secret", o.Read(), ""))
			}
		}
	}
}
