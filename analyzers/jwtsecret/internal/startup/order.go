package startup

// This file says which functions run when a package is initialised:
//
//	var client = open()                  // open: before the variables have their values
//	func open() *Client { godotenv.Load(); ... }
//	func init() { load() }               // load: after that, and before other packages

import (
	"go/ast"
	"slices"
)

// runsFirst reports whether a function, nil for what stands outside all, runs when the variables of the
// package get their initial values. seen ends circles.
//
//	var client = open() // func open() string { godotenv.Load(); ... }
func (p *Reader) runsFirst(fn ast.Node, seen map[ast.Node]bool) bool {
	if fn == nil {
		return true
	}
	if seen[fn] {
		return false
	}
	seen[fn] = true
	return slices.ContainsFunc(p.Origin.Callers(fn), func(c *ast.CallExpr) bool {
		return p.runsFirst(p.Index.FuncAt(c.Pos()), seen)
	})
}

// initialises reports whether a function runs when the package is initialised: for its variables, or as
// what an init calls. seen ends circles.
func (p *Reader) initialises(fn ast.Node, seen map[ast.Node]bool) bool {
	if fn == nil || isInit(fn) {
		return true
	}
	if seen[fn] {
		return false
	}
	seen[fn] = true
	return slices.ContainsFunc(p.Origin.Callers(fn), func(c *ast.CallExpr) bool {
		return p.initialises(p.Index.FuncAt(c.Pos()), seen)
	})
}

// isInit reports whether a function is an init of the package, which runs after its variables got
// their initial values.
func isInit(fn ast.Node) bool {
	d, ok := fn.(*ast.FuncDecl)
	return ok && d.Recv == nil && d.Name.Name == "init"
}
