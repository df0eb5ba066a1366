package jwtverify

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
)

// kept keeps a refused request back: by the framework's own method, by a return, or by returning the answer.
func (c *check) kept(w calls.Passed) []analysis.SuggestedFix {
	s := c.statement(w.Answer)
	if s == nil {
		return nil
	}
	results := c.Signature(c.FuncAt(w.Answer.Pos())).Results() // an answer stands in a function
	message, edit := "return", analysis.TextEdit{Pos: s.End(), End: s.End(), NewText: []byte("\nreturn")}
	switch sel, method := ast.Unparen(w.Answer.Fun).(*ast.SelectorExpr); {
	case w.Abort != "" && method:
		message = w.Abort
		edit.NewText = []byte("\n" + types.ExprString(sel.X) + "." + w.Abort + "()")
	case results.Len() == 0:
	case results.Len() == 1 && types.AssignableTo(c.pass.TypesInfo.TypeOf(s.X), results.At(0).Type()):
		message, edit = "return the answer", analysis.TextEdit{Pos: s.Pos(), End: s.Pos(), NewText: []byte("return ")}
	default:
		return nil
	}
	return c.tidy(message, edit)
}

// statement returns the statement that a chain of calls is, nil where it is a part of something else.
func (c *check) statement(n ast.Node) *ast.ExprStmt {
	for {
		switch o := c.Outer(n).(type) {
		case *ast.SelectorExpr, *ast.CallExpr:
			n = o
		case *ast.ExprStmt:
			return o
		default:
			return nil
		}
	}
}

// trimmed takes the scheme off the credentials in a way that cannot panic, where the scheme is written.
func (c *check) trimmed(p calls.Piece) []analysis.SuggestedFix {
	if p.Scheme == nil {
		return nil
	}
	pkg, edits := c.Import(p.Pos(), "strings")
	text := pkg + ".TrimPrefix(" + types.ExprString(p.Of) + ", " + types.ExprString(p.Scheme) + ")"
	return c.tidy("use "+pkg+".TrimPrefix", append(edits, analysis.TextEdit{Pos: p.Pos(), End: p.End(), NewText: []byte(text)})...)
}

// converted takes a number as decoding gives it and makes the wanted one of it.
func (c *check) converted(e *ast.TypeAssertExpr) []analysis.SuggestedFix {
	b, ok := c.pass.TypesInfo.TypeOf(e.Type).(*types.Basic)
	if !ok || b.Info()&types.IsInteger == 0 {
		return nil
	}
	typ := types.ExprString(e.Type)
	return c.tidy("convert the float64", analysis.TextEdit{Pos: e.Pos(), End: e.End(), NewText: []byte(typ + "(" + types.ExprString(e.X) + ".(float64))")})
}

func (c *check) tidy(message string, edits ...analysis.TextEdit) []analysis.SuggestedFix {
	if edits = report.Tidy(c.pass, edits); edits == nil {
		return nil
	}
	return []analysis.SuggestedFix{{Message: message, TextEdits: edits}}
}
