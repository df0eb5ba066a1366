package outcome

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// This file follows a claim that is copied to a variable of its function:
//
//	token, err := jwt.Parse(text, keyfunc)
//	id := token.Claims.(jwt.MapClaims)["id"].(string)
//	return id, nil // a use before the error is tested

// usesCopy reports whether control gets from a call to an act on the copy of a claim that a read
// makes, without passing a node for which stop is true.
func (p *Reader) usesCopy(c *calls.Call, r uses.Read, stop func(ast.Node) bool) bool {
	v := p.copyOf(r.Expr)
	return v != nil && slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		return !p.Index.Assigned(id) && p.actsOn(uses.Read{Expr: id, Claim: v.Name()}) &&
			p.Flow.Reaches(r.Pos(), id.Pos(), func(ast.Node) bool { return false }) &&
			p.Flow.Reaches(c.Node.Pos(), id.Pos(), stop)
	})
}

// copyOf returns the variable that a short declaration around an expression gives its value to,
// nil where there is none or anything but a type assertion stands between them.
func (p *Reader) copyOf(e ast.Expr) *types.Var {
	for n := p.Index.Outer(e); n != nil; n = p.Index.Outer(n) {
		switch n := n.(type) {
		case *ast.TypeAssertExpr:
			e = n
		case *ast.ParenExpr:
			e = n
		case *ast.AssignStmt:
			i := slices.Index(n.Rhs, e)
			if n.Tok != token.DEFINE || i < 0 {
				return nil
			}
			id, _ := n.Lhs[i].(*ast.Ident)
			v, _ := p.Info.Defs[id].(*types.Var)
			return v
		default:
			return nil
		}
	}
	return nil
}
