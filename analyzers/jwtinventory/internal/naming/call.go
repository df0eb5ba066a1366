package naming

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Given names the parameter or field of another package that gets a value by a call.
func Given(c *calls.Call) string {
	v, ok := c.Via.(*types.Var)
	if !ok {
		return ""
	}
	if fn, isFunc := c.Callee.(*types.Func); isFunc && !v.IsField() {
		return Of(v, fn)
	}
	return Of(v, nil)
}

// Library returns the library that is called, "" for functions of the program.
func Library(c *calls.Call) string {
	if path := c.Library(); model.Of(c.Callee, "") != nil || model.HandlesTokens(path) {
		return path
	}
	return ""
}

// At is where a reader looks at a call: its name.
func At(c *calls.Call) ast.Node { return syntax.Span(c.At(), c.Node.End()) }
