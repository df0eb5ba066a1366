package guards

// This file finds the text whose length a number is, and limits that are no constants:
//
//	if n := len(key); n < 32 {}   // measured(n): key
//	if 8*len(key) < 256 {}        // measured(8*len(key)): key, times 8
//	if len(key) < minLen {}       // limited
//	switch len(key) { case 0: }   // choice

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// maxMeasures is how many variables and factors stand between a number and the length that it is.
const maxMeasures = 4

// measured returns x where e is the length of x times a constant, nil otherwise: len(x) itself, or
// a variable that always holds it.
func measured(index *syntax.Index, e ast.Expr) (x ast.Expr, times int64) {
	times = 1
	for range maxMeasures {
		e = ast.Unparen(e)
		if x := lenOf(index, e); x != nil {
			return x, times
		}
		switch n := e.(type) {
		case *ast.BinaryExpr:
			x, y := n.X, n.Y
			if index.Info.Types[x].Value != nil {
				x, y = y, x
			}
			k := index.Info.Types[y].Value
			if n.Op != token.MUL || k == nil {
				return nil, 1
			}
			by, ok := constant.Int64Val(constant.ToInt(k))
			if !ok || by < 1 || by > 64 {
				return nil, 1
			}
			e, times = x, times*by
		case *ast.CallExpr:
			if !index.Info.Types[n.Fun].IsType() || len(n.Args) != 1 {
				return nil, 1
			}
			e = n.Args[0]
		case *ast.Ident:
			if e = always(index, n); e == nil {
				return nil, 1
			}
		default:
			return nil, 1
		}
	}
	return nil, 1
}

// always returns the only value that a local variable ever holds, nil for others.
func always(index *syntax.Index, id *ast.Ident) ast.Expr {
	v, ok := index.Info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || v.Parent() == index.Pkg.Scope() || len(index.Writes[v]) != 1 {
		return nil
	}
	if _, param := index.Params[v]; param {
		return nil
	}
	w := index.Writes[v][0]
	if w.Elem || w.Into || w.Join || w.Call != nil || w.Result != 0 {
		return nil
	}
	return w.Value
}

// limited reports whether a comparison refuses a text that is shorter than a limit which is no
// constant, or accepts one that is not. What only keeps an index inside of the text is none.
func (t *Guards) limited(b *ast.BinaryExpr, of, limit ast.Expr, op token.Token) bool {
	if typ := t.info.TypeOf(of); typ == nil || !typing.IsText(typ) {
		return false
	}
	if other, _ := measured(t.index, limit); other != nil {
		return false // two texts of the same or another length
	}
	if _, loop := t.index.Outer(b).(*ast.ForStmt); loop {
		return false
	}
	return op == token.LSS || op == token.GEQ && b.Op == op
}

// choice reads the cases of a switch over a text or its length: one for what is empty is a test.
func (t *Guards) choice(g *tested, s *ast.SwitchStmt) {
	if s.Tag == nil || t.grades(s) {
		return
	}
	x, _ := measured(t.index, s.Tag)
	if x == nil {
		x = s.Tag
	}
	if typ := t.info.TypeOf(x); typ == nil || !typing.IsText(typ) {
		return
	}
	if slices.ContainsFunc(s.Body.List, func(c ast.Stmt) bool {
		return slices.ContainsFunc(c.(*ast.CaseClause).List, func(e ast.Expr) bool {
			return isEmpty(t.info.Types[e].Value)
		})
	}) {
		t.mark(g, x, 1, nil)
	}
}

// isEmpty reports whether a constant is 0 or "".
func isEmpty(v constant.Value) bool {
	switch {
	case v == nil:
		return false
	case v.Kind() == constant.String:
		return constant.StringVal(v) == ""
	default:
		return constant.Sign(v) == 0
	}
}

// lenOf returns x where e is len(x), nil otherwise.
func lenOf(index *syntax.Index, e ast.Expr) ast.Expr {
	c, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(c.Args) != 1 || !index.Info.Types[c.Fun].IsBuiltin() {
		return nil
	}
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok && id.Name == "len" {
		return c.Args[0]
	}
	return nil
}
