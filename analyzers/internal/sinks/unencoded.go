package sinks

// This file knows values that were found to have no encoding. That happens to channels, functions
// and circles, and to no struct of texts:
//
//	b, err := json.Marshal(payload)
//	if err != nil {
//		log.Printf("cannot encode %+v: %v", payload, err)
//	}

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// hasNoEncoding reports whether a value could not be encoded wherever control gets to an expression
// that names it.
func (s *collector) hasNoEncoding(e ast.Expr) bool {
	text := types.ExprString(ast.Unparen(e))
	for n := ast.Node(e); n != nil; n = s.Index.Outer(n) {
		branch, ok := s.Index.Outer(n).(*ast.IfStmt)
		if !ok || n != branch.Body {
			continue
		}
		if c := s.failed(branch); c != nil {
			sig, _ := s.Index.Row(c)
			return slices.ContainsFunc(syntax.Args(c, sig, model.From), func(a ast.Expr) bool {
				return types.ExprString(ast.Unparen(a)) == text
			})
		}
	}
	return false
}

// failed returns the call that encodes whose error leads to a branch, nil for other branches.
func (s *collector) failed(branch *ast.IfStmt) *ast.CallExpr {
	cond, ok := ast.Unparen(branch.Cond).(*ast.BinaryExpr)
	if !ok || cond.Op != token.NEQ || !s.Info.Types[cond.Y].IsNil() {
		return nil
	}
	v, ok := s.Index.Used(cond.X).(*types.Var)
	if !ok {
		return nil
	}
	for _, w := range slices.Backward(s.Index.Writes[v]) { // the last one before
		if w.Pos > branch.Cond.Pos() {
			continue
		}
		c, ok := w.Value.(*ast.CallExpr)
		if !ok || s.Index.FuncAt(w.Pos) != s.Index.FuncAt(branch.Pos()) {
			return nil
		}
		if sig, _ := s.Index.Row(c); sig != nil && sig.Verb == model.Pass && sig.Result(0) == model.Encoded {
			return c
		}
		return nil
	}
	return nil
}
