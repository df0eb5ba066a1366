package secrets

// This file knows the branches in which a value is empty:
//
//	if cfg.Key == "" {
//		log.Printf("no key: %q", cfg.Key)
//	}
//	if token != "" {
//		...
//	} else {
//		log.Println("no token:", token)
//	}

import (
	"go/ast"
	"go/token"
	"go/types"
)

// isEmpty reports whether a value has been found empty where it is used.
func (p *Reader) isEmpty(e ast.Expr) bool {
	text := types.ExprString(ast.Unparen(e))
	for n := ast.Node(e); n != nil; n = p.Index.Outer(n) {
		s, ok := p.Index.Outer(n).(*ast.IfStmt)
		if !ok {
			continue
		}
		switch n {
		case s.Body:
			if holdsEmpty(s.Cond, text, token.EQL, token.LAND) {
				return true
			}
		case s.Else:
			if holdsEmpty(s.Cond, text, token.NEQ, token.LOR) {
				return true
			}
		}
	}
	return false
}

// holdsEmpty reports whether a condition, or one of those that join has put together, compares a
// value with the empty text, or its length with zero.
func holdsEmpty(cond ast.Expr, text string, op, join token.Token) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case b.Op == join:
		return holdsEmpty(b.X, text, op, join) || holdsEmpty(b.Y, text, op, join)
	case b.Op != op:
		return false
	}
	value, ok := ast.Unparen(b.Y).(*ast.BasicLit)
	if !ok {
		return false
	}
	switch value.Value {
	case `""`, "``":
		return types.ExprString(ast.Unparen(b.X)) == text
	case "0":
		call, ok := ast.Unparen(b.X).(*ast.CallExpr)
		return ok && len(call.Args) == 1 && types.ExprString(call.Fun) == "len" &&
			types.ExprString(ast.Unparen(call.Args[0])) == text
	}
	return false
}
