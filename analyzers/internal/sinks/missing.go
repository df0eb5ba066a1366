package sinks

// This file knows where a text is said to be missing, so that a message about it shows none:
//
//	if token == "" {
//		return errors.New("no token: " + token)
//	}
//	if key != "" && value != "" {
//		return put(key, value)
//	} else {
//		return errors.New("cannot insert " + key + ": " + value)
//	}

import (
	"go/ast"
	"go/token"
	"go/types"
)

// isMissing reports whether an expression names a variable that is found empty where it stands, or
// that is one of several of which some are.
func (s *collector) isMissing(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := s.Info.ObjectOf(id).(*types.Var)
	if !ok {
		return false
	}
	for n := ast.Node(e); n != nil; n = s.Index.Outer(n) {
		switch o := s.Index.Outer(n).(type) {
		case *ast.IfStmt:
			if o.Body == n && s.compares(o.Cond, v, token.EQL) || o.Else == n && s.compares(o.Cond, v, token.NEQ) {
				return true
			}
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
	}
	return false
}

// compares reports whether a condition, or an operand of && and ||, compares a variable, or its
// length, with the empty text by op.
func (s *collector) compares(cond ast.Expr, v *types.Var, op token.Token) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case b.Op == token.LAND || b.Op == token.LOR:
		return s.compares(b.X, v, op) || s.compares(b.Y, v, op)
	case b.Op != op:
		return false
	}
	for _, pair := range [][2]ast.Expr{{b.X, b.Y}, {b.Y, b.X}} {
		if s.empty(pair[1]) && s.names(pair[0], v) {
			return true
		}
	}
	return false
}

// empty reports whether an expression is the empty text or the number zero.
func (s *collector) empty(e ast.Expr) bool {
	value := s.Info.Types[e].Value
	return value != nil && (value.ExactString() == `""` || value.ExactString() == "0")
}

// names reports whether an expression is a variable or len of it.
func (s *collector) names(e ast.Expr, v *types.Var) bool {
	e = ast.Unparen(e)
	if c, ok := e.(*ast.CallExpr); ok && len(c.Args) == 1 && s.Info.Types[c.Fun].IsBuiltin() {
		e = ast.Unparen(c.Args[0])
	}
	id, ok := e.(*ast.Ident)
	return ok && s.Info.ObjectOf(id) == v
}
