// Package demanded asks whether a middleware demands a part of a request as its credential:
//
//	token := c.Query("token")
//	if token == "" {
//		return c.SendStatus(http.StatusUnauthorized) // RFC 9110 section 15.5.2
//	}
//	return c.Next()
package demanded

import (
	"go/ast"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/emptiness"
	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
)

// Is reports whether the function around a call that reads a request answers with 401 where it has
// read nothing, and otherwise passes the request on.
func Is(v calls.View, read *ast.CallExpr) bool {
	value, fn := kept(v, read), v.Index.FuncAt(read.Pos())
	refuses, passes := false, false
	for _, c := range v.Index.Calls {
		if v.Index.FuncAt(c.Pos()) != fn {
			continue
		}
		passes = passes || handlers.CallsNext(v, c)
		refuses = refuses || isUnauthorized(v, c) && emptiness.FoundAt(v.Index, value, c)
	}
	return refuses && passes
}

// kept returns the variable that gets the value of a call, the call where none does.
func kept(v calls.View, call *ast.CallExpr) ast.Expr {
	s, ok := v.Index.Outer(call).(*ast.AssignStmt)
	if !ok || len(s.Lhs) != len(s.Rhs) {
		return call
	}
	if id, ok := s.Lhs[slices.Index(s.Rhs, ast.Expr(call))].(*ast.Ident); ok && id.Name != "_" {
		return id
	}
	return call
}

// isUnauthorized reports whether a call gets the status 401.
func isUnauthorized(v calls.View, c *ast.CallExpr) bool {
	return slices.ContainsFunc(c.Args, func(a ast.Expr) bool { return v.Index.Int(a) == 401 })
}
