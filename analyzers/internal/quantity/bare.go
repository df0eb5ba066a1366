package quantity

// This file knows durations that are written without a unit, which count nanoseconds:
//
//	time.Now().Add(time.Duration(900)) // isBare
//	const life = 3600
//	time.Now().Add(life)               // isBare

import (
	"go/ast"
	"go/types"
)

// isBare reports whether a constant is made of numbers alone, and of no constant that has a unit.
func (w *Reader) isBare(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return true
	case *ast.UnaryExpr:
		return w.isBare(e.X)
	case *ast.BinaryExpr:
		return w.isBare(e.X) && w.isBare(e.Y)
	case *ast.CallExpr: // a conversion
		return len(e.Args) == 1 && w.info.Types[e.Fun].IsType() && w.isBare(e.Args[0])
	case *ast.Ident:
		c, ok := w.info.ObjectOf(e).(*types.Const)
		written := w.index.Consts[c]
		return ok && written != nil && w.isBare(written)
	}
	return false
}
