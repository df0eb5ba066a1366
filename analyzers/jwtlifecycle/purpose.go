package jwtlifecycle

// This file looks for what says that tokens pass on purpose while a store fails:
//
//	// Fail open: an outage of Redis must not log everybody out.
//	if err != nil && cfg.FailOpen { return false }

import (
	"go/ast"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

var (
	chosen = pattern.New(`(?i)fail(s|ed|ing)?[ _-]?open|on purpose|deliberate|intentional|` +
		`\bavailability\b|degrad`)
	choosing = pattern.New(`fail_?open|(on_?error|on_?failure)_?allow|allow_?on_?(error|failure)`)
)

// onPurpose reports whether a comment on or in the function around a call says that tokens pass on
// purpose, or a setting in it is named so.
func onPurpose(v calls.View, call *ast.CallExpr) bool {
	for _, d := range v.Index.Decls {
		if call.Pos() < d.Pos() || d.End() < call.End() {
			continue
		}
		found := false
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				found = found || choosing().MatchString(names.Snake(id.Name))
			}
			return !found
		})
		return found || saysIn(v, d)
	}
	return false
}

// saysIn reports whether a comment on or in a function says so.
func saysIn(v calls.View, d *ast.FuncDecl) bool {
	from := d.Pos()
	if d.Doc != nil {
		from = d.Doc.Pos()
	}
	for _, f := range v.Files {
		for _, g := range f.Comments {
			if from <= g.Pos() && g.End() <= d.End() &&
				chosen().MatchString(strings.Join(strings.Fields(g.Text()), " ")) {
				return true
			}
		}
	}
	return false
}
