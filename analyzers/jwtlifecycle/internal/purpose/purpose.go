// Package purpose looks for what says that tokens pass on purpose while a store fails. jwtlifecycle
// asks it:
//
//	// IsRevoked fails open: an outage of Redis must not log everybody out.
//	if err != nil && cfg.FailOpen { return false }
//	if err != nil { return false } // best effort
//
// A comment on or in the function has to speak of failures. In the branch that nothing but a failure
// leads to, each comment is about the failure: there it has to say that tokens pass, or be in a
// language that is not read here.
package purpose

import (
	"go/ast"
	"go/token"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/denylist"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/pattern"
)

var (
	chosen = pattern.New(`(?i)fail(s|ed|ing)?[ _-]?open|on purpose|deliberate|intentional|` +
		`\bavailability\b|degrad|` +
		`\b(errors?|fail(s|ure|ures|ed)?|outages?|down|unavailable|unreachable)\b.*` +
		`\b(treat(s|ed)?|assumed?|lock(s|ed)?|allow(s|ed)?|accept(s|ed)?|not (revoked|blacklisted|denied))\b`)
	choosing = pattern.New(`fail_?open|(on_?error|on_?failure)_?allow|allow_?on_?(error|failure)`)
)

// Says reports whether a comment on or in the function that asks says that tokens pass on purpose, or
// one where the store has failed may do so, or a setting is named so.
func Says(v calls.View, q denylist.Open) bool {
	for _, n := range q.Failing {
		if from, to := branch(v, n, q.Call); to.IsValid() && comments(v, from, to, mayDecide) {
			return true
		}
	}
	for _, d := range v.Index.Decls {
		if q.Call.Pos() < d.Pos() || d.End() < q.Call.End() {
			continue
		}
		from := d.Pos()
		if d.Doc != nil {
			from = d.Doc.Pos()
		}
		return decides(d) || comments(v, from, d.End(), chosen().MatchString)
	}
	return false
}

// decides reports whether a name in a function is that of a setting which lets requests pass.
func decides(d *ast.FuncDecl) bool {
	found := false
	ast.Inspect(d, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			found = found || choosing().MatchString(names.Snake(id.Name))
		}
		return !found
	})
	return found
}

// branch returns from where to where comments are about a statement that a condition leads to: the
// branch, and what stands between the condition and the line that asks the store.
func branch(v calls.View, n ast.Node, call *ast.CallExpr) (from, to token.Pos) {
	body, ok := v.Index.Outer(n).(*ast.BlockStmt)
	if !ok {
		return token.NoPos, token.NoPos
	}
	cond, ok := v.Index.Outer(body).(*ast.IfStmt)
	if !ok {
		return token.NoPos, token.NoPos
	}
	file := v.Fset.File(call.End())
	line := func(p token.Pos) int { return file.PositionFor(p, false).Line } // whatever //line says
	if at := line(call.End()); at < line(cond.Pos()) {
		return file.LineStart(at + 1), body.End()
	}
	return body.Pos(), body.End()
}

// comments reports whether a comment between two positions says what is asked.
func comments(v calls.View, from, to token.Pos, says func(string) bool) bool {
	for _, f := range v.Files {
		if to < f.FileStart || f.FileEnd < from {
			continue
		}
		for _, g := range f.Comments {
			if from <= g.Pos() && g.End() <= to &&
				says(strings.Join(strings.Fields(g.Text()), " ")) {
				return true
			}
		}
	}
	return false
}
