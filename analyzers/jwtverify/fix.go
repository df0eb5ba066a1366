package jwtverify

// This file makes the edits of suggested fixes:
//
//	c.AbortWithStatus(401)                // from c.Status(401)
//	strings.TrimPrefix(header, "Bearer ") // from header[7:]
//	int(claims["id"].(float64))           // from claims["id"].(int)

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/edit"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/header"
	"github.com/jwtvet/jwtvet/analyzers/jwtverify/internal/refusal"
)

// option returns the call of the option of a verifying library that has a verb, with an argument;
// "" where the library or the file has none, or the call takes no options.
func (c *check) option(call *calls.Call, verb model.Verb, arg string) string {
	sig := model.Of(call.Callee, "")
	if sig == nil || call.Callee.Pkg() == nil || sig.Index(model.Options) < 0 {
		return ""
	}
	scope := call.Callee.Pkg().Scope()
	for _, name := range scope.Names() {
		if row := model.Of(scope.Lookup(name), ""); row != nil && row.Verb == verb && row.Func {
			if pkg := edit.Imported(c.pass, call.Node.Pos(), call.Callee.Pkg()); pkg != "" {
				return pkg + "." + name + "(" + arg + ")"
			}
		}
	}
	return ""
}

// sentinelName returns how the file at pos writes the variable of the verifying library which says
// what an error means, "" where the version in use has none.
func (c *check) sentinelName(call *calls.Call, pos token.Pos, means model.Role) string {
	if call.Callee == nil || call.Callee.Pkg() == nil {
		return ""
	}
	scope := call.Callee.Pkg().Scope()
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || !typing.IsError(v.Type()) {
			continue
		}
		if sig := model.Of(v, ""); sig != nil && sig.Verb == model.ErrorVar &&
			sig.Result(0) == means {
			if pkg := edit.Imported(c.pass, pos, call.Callee.Pkg()); pkg != "" {
				return pkg + "." + name
			}
		}
	}
	return ""
}

// kept keeps a refused request back: by the framework's own method, by a return, or by returning
// the response.
func (c *check) kept(w refusal.Refusal) []analysis.SuggestedFix {
	s := statement(c.Index, w.Response)
	if s == nil || w.Deferred {
		return nil
	}
	// an answer stands in a function
	results := c.Index.Signature(c.Index.FuncAt(w.Response.Pos())).Results()
	end := lastBeside(c.Index, s, w.Next).End()
	message, edit := "return", analysis.TextEdit{Pos: end, End: end, NewText: []byte("\nreturn")}
	switch {
	case w.Abort != "":
		message, edit.Pos, edit.End = w.Abort, s.End(), s.End()
		edit.NewText = []byte("\n" + types.ExprString(w.Context) + "." + w.Abort + "()")
	case results.Len() == 0:
	case results.Len() == 1 &&
		types.AssignableTo(c.pass.TypesInfo.TypeOf(s.X), results.At(0).Type()):
		message, edit = "return the response",
			analysis.TextEdit{Pos: s.Pos(), End: s.Pos(), NewText: []byte("return ")}
	default:
		return nil
	}
	return c.tidy(message, edit)
}

// lastBeside returns the last of the calls that stand beside a statement and follow it, before the
// next handler: they write the rest of a response.
func lastBeside(index *syntax.Index, s ast.Stmt, before ast.Node) ast.Stmt {
	block, ok := index.Outer(s).(*ast.BlockStmt)
	if !ok {
		return s
	}
	last := s
	for _, next := range block.List {
		if _, call := next.(*ast.ExprStmt); next.Pos() > s.Pos() {
			if !call || next.End() >= before.End() {
				break
			}
			last = next
		}
	}
	return last
}

// statement returns the statement that a chain of calls is, nil where it is a part of something
// else.
func statement(index *syntax.Index, n ast.Node) *ast.ExprStmt {
	for {
		switch o := index.Outer(n).(type) {
		case *ast.SelectorExpr, *ast.CallExpr:
			n = o
		case *ast.ExprStmt:
			return o
		default:
			return nil
		}
	}
}

// trimmed takes the scheme off the credentials in a way that cannot panic, where the scheme is
// written.
func (c *check) trimmed(p header.CredentialIndex) []analysis.SuggestedFix {
	if p.Scheme == nil {
		return nil
	}
	pkg, edits := edit.Import(c.pass, p.Pos(), "strings")
	text := pkg + ".TrimPrefix(" + types.ExprString(p.Of) + ", " + types.ExprString(p.Scheme) + ")"
	return c.tidy("use "+pkg+".TrimPrefix",
		append(edits, analysis.TextEdit{Pos: p.Pos(), End: p.End(), NewText: []byte(text)})...)
}

// converted takes a number as decoding gives it and makes the wanted one of it.
func (c *check) converted(e *ast.TypeAssertExpr) []analysis.SuggestedFix {
	b, ok := c.pass.TypesInfo.TypeOf(e.Type).(*types.Basic)
	if !ok || b.Info()&types.IsInteger == 0 {
		return nil
	}
	typ := types.ExprString(e.Type)
	return c.tidy("convert the float64",
		analysis.TextEdit{Pos: e.Pos(), End: e.End(),
			NewText: []byte(typ + "(" + types.ExprString(e.X) + ".(float64))")})
}

func (c *check) tidy(message string, edits ...analysis.TextEdit) []analysis.SuggestedFix {
	if edits = edit.Tidy(c.pass, edits); edits == nil {
		return nil
	}
	return []analysis.SuggestedFix{{Message: message, TextEdits: edits}}
}
