package syntax

// This file reads small things off an expression:
//
//	"kid"            // Text: kid
//	parts[1]         // Int of the index: 1
//	&cfg.SigningKey  // NameOf: SigningKey

import (
	"go/ast"
	"go/constant"
)

// OrBad returns the expression, and a bad expression for nil, so that callers can look into it.
func OrBad(e ast.Expr) ast.Expr {
	if e == nil {
		return &ast.BadExpr{}
	}
	return e
}

// Text returns the value of a constant string, "" for every other expression.
func (x *Index) Text(e ast.Expr) string {
	if v := x.Info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// Int returns the value of a constant integer, -1 for nil and for every other expression.
func (x *Index) Int(e ast.Expr) int64 {
	if e == nil {
		return -1
	}
	if v := x.Info.Types[e].Value; v != nil {
		if n, ok := constant.Int64Val(constant.ToInt(v)); ok {
			return n
		}
	}
	return -1
}

// NameOf returns the name that a reader would give the value of an expression, "" for none: of a
// field its own, of a call its only argument's, else the function's.
func NameOf(e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.UnaryExpr:
		return NameOf(e.X)
	case *ast.CallExpr:
		if len(e.Args) == 1 {
			return NameOf(e.Args[0])
		}
		return NameOf(e.Fun)
	}
	return ""
}
