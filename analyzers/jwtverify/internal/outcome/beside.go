package outcome

// This file knows tokens that are kept together with the error of their verification, for others to
// look at:
//
//	out.Token = token
//	out.Err = err
//	return out

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// keptBeside reports whether a read puts the token into a struct that gets the error, too.
func (p *Reader) keptBeside(r uses.Read, err *types.Var) bool {
	into := p.keeper(r.Expr)
	return err != nil && into != nil && slices.ContainsFunc(p.Index.Mentions(err), func(id *ast.Ident) bool {
		return p.keeper(id) == into
	})
}

// keeper returns the variable in whose field, or element, an expression is kept as it is; nil for
// none.
func (p *Reader) keeper(e ast.Expr) *types.Var {
	s, ok := p.Index.Outer(e).(*ast.AssignStmt)
	if !ok || len(s.Lhs) != len(s.Rhs) {
		return nil
	}
	i := slices.IndexFunc(s.Rhs, func(r ast.Expr) bool { return ast.Unparen(r) == e })
	if i < 0 {
		return nil
	}
	if _, whole := ast.Unparen(s.Lhs[i]).(*ast.Ident); whole {
		return nil
	}
	return rootVar(p.Info, s.Lhs[i])
}
