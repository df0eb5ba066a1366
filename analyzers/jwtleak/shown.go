package jwtleak

// This file knows tokens that are made for nothing but to be shown, in the parts of a command line
// program that no import tells from those of a server:
//
//	token, err := auth.GenerateToken(kid, claims)
//	if err != nil { return err }
//	fmt.Println(token)

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
)

// isShown reports whether what a sink writes is a token that a function makes, prints to its
// standard output, and uses for nothing else, in a package that answers no requests and in a function
// that handles none. A token that also goes to a client is not made for the console.
func isShown(c *check, s sinks.Sink, e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	sig := c.Index.Signature(c.Index.FuncAt(e.Pos()))
	if !ok || !prints(c, s.Call) || c.program.IsServer() || sig != nil && handlers.GetsRequest(sig) {
		return false
	}
	v, ok := c.Info.Uses[id].(*types.Var)
	if !ok || v.IsField() || v.Parent() == c.Pkg.Scope() {
		return false
	}
	made := false
	for _, use := range c.Index.Mentions(v) {
		if c.Index.Assigned(use) {
			made = true
		} else if outer, ok := c.Index.Outer(use).(ast.Expr); !ok || !prints(c, outer) {
			return false
		}
	}
	return made
}

// prints reports whether a call writes to the standard output of the program, and not to a log.
func prints(c *check, e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	sig, obj := c.Index.Row(call)
	return sig != nil && sig.Verb == model.Log && !slices.Contains(sig.Args, model.Writer) &&
		obj.Pkg() != nil && !model.IsLogger(obj.Pkg().Path())
}
