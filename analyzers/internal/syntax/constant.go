package syntax

import (
	"go/ast"
	"go/constant"
)

func OrBad(e ast.Expr) ast.Expr {
	if e == nil {
		return &ast.BadExpr{}
	}
	return e
}

// Text returns the value of a constant string, "" for everything else.
func (x *Index) Text(e ast.Expr) string {
	if v := x.Info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

// Int returns the value of a constant index, -1 for others.
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

// NameOf returns the last name of an expression, "" for none.
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
