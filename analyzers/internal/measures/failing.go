package measures

// This file follows control to where a call has said no:
//
//	claims, err := verify(raw)
//	if err != nil || claims.Subject == "" { // either
//		return errRefused                   // Failing
//	}
//	if ok := right(password); !ok {         // unless
//	if !right(password) {                   // isFailure

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Failing returns the nodes that control reaches where a call has said no: behind a test of the
// error that it returns, or in the branch of a condition that it stands in.
func (p *Reader) Failing(c *ast.CallExpr) []ast.Node {
	var out []ast.Node
	switch o := p.Index.Outer(c).(type) {
	case *ast.AssignStmt:
		id, ok := o.Lhs[len(o.Lhs)-1].(*ast.Ident)
		fn := p.Index.FuncAt(c.Pos())
		if !ok || fn == nil {
			return nil
		}
		v, ok := p.Info.ObjectOf(id).(*types.Var)
		if ok && typing.IsBool(v.Type()) {
			return p.unless(v)
		} else if ok {
			p.Flow.Failing(fn, v, func(n ast.Node) bool {
				if n.Pos() > c.End() {
					out = append(out, n)
				}
				return false
			})
		}
	case *ast.UnaryExpr, *ast.BinaryExpr:
		for n := ast.Node(o); n != nil; n = p.Index.Outer(n) {
			if s, ok := n.(*ast.IfStmt); ok {
				if c.End() <= s.Cond.End() && isFailure(o) {
					out = append(out, s.Body)
				}
				break
			} else if _, expr := n.(ast.Expr); !expr {
				break
			}
		}
	}
	return out
}

// isFailure reports whether a condition is true where a call has said no: !ok(), err() != nil.
func isFailure(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.UnaryExpr:
		return n.Op == token.NOT
	case *ast.BinaryExpr:
		return n.Op == token.NEQ
	}
	return false
}

// unless returns the branches that are taken where a bool is false.
func (p *Reader) unless(v *types.Var) []ast.Node {
	var out []ast.Node
	for _, id := range p.Index.Mentions(v) {
		not, ok := p.Index.Outer(id).(*ast.UnaryExpr)
		if !ok || not.Op != token.NOT {
			continue
		}
		if s, ok := p.Index.Outer(not).(*ast.IfStmt); ok {
			out = append(out, s.Body)
		}
	}
	return out
}
