package jwtinventory

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// called returns an entry of a kind for a call.
func called(kind inventory.Kind, c *calls.Call) inventory.Entry {
	e := inventory.Entry{Kind: kind, Call: c.Label(), Library: libraryOf(c)}
	if v, ok := c.Callee.(*types.Var); ok && c.Via != nil && v.Pkg() != nil {
		e.Call = v.Pkg().Name() + "." + naming.OwnerOf(v) + v.Name()
	}
	return e
}

// libraryOf returns the library that is called, "" for functions of the program.
func libraryOf(c *calls.Call) string {
	if path := c.Library(); model.Of(c.Callee, "") != nil || model.HandlesTokens(path) {
		return path
	}
	return ""
}

// nameOf is where a reader looks at a call: its name.
func nameOf(c *calls.Call) ast.Node { return syntax.Span(c.At(), c.Node.End()) }
