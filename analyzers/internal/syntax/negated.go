package syntax

import (
	"go/ast"
	"go/token"
)

// IsNegated reports whether a condition is that something is not so: !ok, kind != "refresh".
func IsNegated(cond ast.Expr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.NOT
	case *ast.BinaryExpr:
		return e.Op == token.NEQ
	}
	return false
}
