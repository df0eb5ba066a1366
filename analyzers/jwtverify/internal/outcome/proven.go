package outcome

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
)

// This file looks for what has verified a token before a call whose error is ignored:
//
//	if err := requireAuth(c); err != nil { // calls parse(c), and leaves with its error
//		return nil
//	}
//	token, _ := parse(c) // has not failed a line before

// proofs finds what has verified a token before.
type proofs struct{ *Reader }

// isProven reports whether control only comes to a call of one of the program's own functions
// after the same call, with the same arguments, has succeeded.
func (p proofs) isProven(c *calls.Call) bool {
	call, isCall := c.Node.(*ast.CallExpr)
	fn, isFunc := c.Callee.(*types.Func)
	in := p.Index.FuncAt(c.Node.Pos())
	if !isCall || !isFunc || in == nil || len(call.Args) == 0 {
		return false
	}
	var found []*ast.CallExpr
	for _, d := range p.Index.Calls {
		if d.Pos() < call.Pos() && p.Index.FuncAt(d.Pos()) == in && p.leadsTo(d, fn, call.Args) &&
			p.leavesBefore(d, func(n ast.Node) bool { return encloses(n, call) }) {
			found = append(found, d)
		}
	}
	return len(found) > 0 && !p.Flow.Starts(in, call.Pos(), func(n ast.Node) bool {
		return slices.ContainsFunc(found, func(d *ast.CallExpr) bool { return encloses(n, d) })
	})
}

// leadsTo reports whether a call is one of fn with the same arguments, or of a function of this
// package that only succeeds where such a call does.
func (p proofs) leadsTo(d *ast.CallExpr, fn *types.Func, args []ast.Expr) bool {
	callee, ok := p.Index.Callee(d).(*types.Func)
	if !ok {
		return false
	}
	if callee == fn {
		return slices.EqualFunc(d.Args, args, p.sameVar)
	}
	decl := p.Index.Decls[callee]
	return decl != nil && slices.ContainsFunc(p.Index.Calls, func(g *ast.CallExpr) bool {
		return encloses(decl, g) && p.Index.Callee(g) == fn && p.handsOn(d, g, args) &&
			p.decides(decl, g)
	})
}

// handsOn reports whether the function that d calls gives its call g the arguments args of d.
func (p proofs) handsOn(d, g *ast.CallExpr, args []ast.Expr) bool {
	return slices.EqualFunc(g.Args, args, func(own, arg ast.Expr) bool {
		v := p.varOf(own)
		param, ok := p.Index.Params[v]
		return v != nil && ok && param.Index >= 0 && param.Index < len(d.Args) &&
			p.sameVar(d.Args[param.Index], arg)
	})
}

// decides reports whether a function returns no nil error unless its call g has succeeded.
func (p proofs) decides(decl *ast.FuncDecl, g *ast.CallExpr) bool {
	succeeds := func(n ast.Node) bool {
		r, ok := n.(*ast.ReturnStmt)
		return ok && (len(r.Results) == 0 || p.Info.Types[r.Results[len(r.Results)-1]].IsNil())
	}
	return p.leavesBefore(g, succeeds) &&
		!slices.ContainsFunc(p.Index.Returns[decl], func(r *ast.ReturnStmt) bool {
			return succeeds(r) && p.Flow.Starts(decl, r.Pos(), func(n ast.Node) bool {
				return encloses(n, g)
			})
		})
}

// leavesBefore reports whether the error of a call is tested before control comes to a node for
// which is is true, and control never comes there with an error.
func (p proofs) leavesBefore(call *ast.CallExpr, is func(ast.Node) bool) bool {
	o, ok := p.Outcome(&calls.Call{Node: call})
	return ok && o.Var != nil && p.Flow.LeavesOn(call, o.Var, is)
}

// sameVar reports whether two expressions are the same variable.
func (p proofs) sameVar(a, b ast.Expr) bool {
	v := p.varOf(a)
	return v != nil && v == p.varOf(b)
}

// varOf returns the variable that an expression names, nil for none.
func (p proofs) varOf(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := p.Info.ObjectOf(id).(*types.Var)
	return v
}

// encloses reports whether a node holds another.
func encloses(n, in ast.Node) bool { return n.Pos() <= in.Pos() && in.End() <= n.End() }
