package outcome

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// SwallowingReturn returns the return without results by which a function reports success although
// a call has rejected a token, nil for none. The error of the call is in a variable other than the
// named result, which is still nil:
//
//	func check(text string) (err error) {
//		_, parseErr := jwt.Parse(text, keyfunc)
//		if parseErr != nil {
//			return
//		}
func (p *Reader) SwallowingReturn(c *calls.Call) *ast.ReturnStmt {
	o, ok := p.Outcome(c)
	fn := p.Index.FuncAt(c.Node.Pos())
	if !ok || o.Var == nil || fn == nil {
		return nil
	}
	result := p.Index.ResultVar(fn)
	if result == nil || result == o.Var || !typing.IsError(result.Type()) {
		return nil
	}
	if p.hasOtherFailure(fn, result) {
		return nil
	}
	var bare *ast.ReturnStmt
	p.Flow.Failing(fn, o.Var, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ReturnStmt:
			if len(n.Results) == 0 && c.Node.Pos() < n.Pos() && !p.setBefore(result, n.Pos()) {
				bare = n
			}
			return true
		}
		return p.sets(n, result)
	})
	return bare
}

// setBefore reports whether a variable is given a value before a position.
func (p *Reader) setBefore(v *types.Var, at token.Pos) bool {
	return slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		return id.Pos() < at && id.Pos() != v.Pos() && p.Index.Assigned(id)
	})
}

// sets reports whether a node gives a variable a value.
func (p *Reader) sets(n ast.Node, v *types.Var) bool {
	return slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		return n.Pos() <= id.Pos() && id.End() <= n.End() && p.Index.Assigned(id)
	})
}

// hasOtherFailure reports whether a function has another result that says whether it failed.
func (p *Reader) hasOtherFailure(fn ast.Node, but *types.Var) bool {
	var results *types.Tuple
	switch t := p.Info.TypeOf(nameOrLit(fn)).(type) {
	case *types.Signature:
		results = t.Results()
	default:
		return true
	}
	for v := range results.Variables() {
		if v != but && typing.SaysFailure(v.Type()) {
			return true
		}
	}
	return false
}

// nameOrLit returns the expression that has the type of a function.
func nameOrLit(fn ast.Node) ast.Expr {
	if d, ok := fn.(*ast.FuncDecl); ok {
		return d.Name
	}
	return fn.(ast.Expr)
}
