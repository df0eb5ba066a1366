package refusal

import (
	"go/ast"
	"go/types"
	"slices"
)

// isNextElsewhere reports whether the handler that is called after a response is called without it
// too. One that is not shows the refusal:
//
//	w.WriteHeader(401)
//	denied.ServeHTTP(w, r)
func (p *Reader) isNextElsewhere(r Refusal, next []*ast.CallExpr) bool {
	fn := p.Index.FuncAt(r.Next.Pos())
	responds := func(n ast.Node) bool {
		return n.Pos() <= r.Response.Pos() && r.Response.End() <= n.End()
	}
	return slices.ContainsFunc(next, func(c *ast.CallExpr) bool {
		return p.Index.FuncAt(c.Pos()) == fn &&
			types.ExprString(c.Fun) == types.ExprString(r.Next.Fun) &&
			p.Flow.Starts(fn, c.Pos(), responds)
	})
}
