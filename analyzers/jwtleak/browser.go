package jwtleak

// This file looks for keys in programs that run in browsers:
//
//	import "syscall/js"
//
//	token.SignedString([]byte("secret")) // loaded returns the key

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
)

// loaded returns the keys by which a package that runs in a browser signs and that it brings along:
// written in it or embedded.
func (c *check) loaded() []ast.Expr {
	if !slices.ContainsFunc(c.pass.Pkg.Imports(), func(imp *types.Package) bool {
		return model.RunsInBrowser(imp.Path())
	}) {
		return nil
	}
	var out []ast.Expr
	for _, call := range c.Calls.All {
		if call.Verb != model.Sign {
			continue
		}
		keys, _ := c.Calls.Resolve(call, model.Key)
		for _, e := range keys {
			if c.Origin.Trace(e).Has(origin.Const, origin.Embed) {
				out = append(out, e)
			}
		}
	}
	return out
}
