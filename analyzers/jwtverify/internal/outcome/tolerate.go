package outcome

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// This file finds tests of an error that change nothing:
//
//	token, err := jwt.Parse(text, keyfunc)
//	if err != nil {
//		log.Print(err)    // all that the branch does
//	}
//	use(token.Claims)     // a forged token gets here
//
// A branch that sets a variable, asks anything or calls what may not return can be there for a
// reason that is not seen.

// UseAfterError returns a use of the result of a call that is reached although a test found that
// the call had failed; ok is false where there is none.
func (p *Reader) UseAfterError(c *calls.Call) (use uses.Read, ok bool) {
	o, ok := p.Outcome(c)
	if !ok || o.Var == nil ||
		len(c.Args(model.Claims)) > 0 && !model.ReturnsUnverified(c.Library()) {
		return use, false
	}
	branches := p.branchesOn(c, o.Var)
	if len(branches) == 0 || p.uses.TokenTrace(c).Only(origin.Token) {
		return use, false
	}
	res := p.uses.Result(c)
	if res.ChecksValid() {
		return use, false
	}
	return p.useAfter(c, o.Var, branches, res.Reads(), res.MayBe)
}

// useAfter returns the first of the reads that control reaches from one of the branches. of
// reports whether an expression is what they read: where it is compared with nil, the error need
// not be.
func (p *Reader) useAfter(
	c *calls.Call, err *types.Var, branches []*ast.IfStmt,
	reads []uses.Read, of func(ast.Expr) bool,
) (use uses.Read, ok bool) {
	stop := func(n ast.Node) bool {
		if n.Pos() <= c.Node.Pos() && c.Node.End() <= n.End() || p.reads(n, err) {
			return true // a loop comes back to the call, or the error is looked at again
		}
		b, ok := n.(*ast.BinaryExpr)
		return ok && (p.Info.Types[b.X].IsNil() && of(b.Y) || p.Info.Types[b.Y].IsNil() && of(b.X))
	}
	for _, s := range branches {
		from := s.Cond.Pos()
		if n := len(s.Body.List); n > 0 {
			from = s.Body.List[n-1].Pos()
		}
		for _, r := range reads {
			inside := s.Body.Pos() <= r.Pos() && r.End() <= s.Body.End()
			if !inside && p.actsOn(r) && !p.isLogged(r) && !p.keptBeside(r, err) &&
				p.Flow.Reaches(from, r.Pos(), stop) {
				return r, true
			}
		}
	}
	return use, false
}

// branchesOn returns the branches that are taken where the error of a call is not nil, and that
// do no more than to tell somebody.
func (p *Reader) branchesOn(c *calls.Call, err *types.Var) []*ast.IfStmt {
	var out []*ast.IfStmt
	for _, id := range p.Index.Mentions(err) {
		t, ok := p.Index.Outer(id).(*ast.BinaryExpr)
		if !ok || t.Op != token.NEQ || ast.Unparen(t.X) != id || !p.Info.Types[t.Y].IsNil() {
			continue
		}
		s, ok := p.Index.Outer(t).(*ast.IfStmt)
		if !ok || ast.Unparen(s.Cond) != t {
			continue
		}
		if slices.ContainsFunc(s.Body.List, func(s ast.Stmt) bool { return !p.onlyTells(s) }) {
			continue
		}
		if p.Flow.Reaches(c.Node.Pos(), t.Pos(), func(n ast.Node) bool { return p.sets(n, err) }) {
			out = append(out, s)
		}
	}
	return out
}

// onlyTells reports whether a statement is a call that surely returns and sets nothing.
func (p *Reader) onlyTells(s ast.Stmt) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	c, ok := e.X.(*ast.CallExpr)
	return ok && p.returns(c)
}

// returns reports whether a call surely returns to its caller: that of a function of the model or
// the standard library, or of one declared here in which no statement is another call.
func (p *Reader) returns(c *ast.CallExpr) bool {
	if id, ok := ast.Unparen(c.Fun).(*ast.Ident); ok && p.Info.Types[c.Fun].IsBuiltin() {
		return id.Name == "print" || id.Name == "println"
	}
	fn, ok := p.Index.Callee(c).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	if sig := model.Of(fn, ""); sig != nil {
		return sig.Verb == model.Log || sig.Verb == model.Respond || sig.Verb == model.Header
	}
	d := p.Index.Decls[fn]
	if d == nil {
		return uses.IsStandard(fn.Pkg(), p.Pkg)
	}
	ends, _ := p.ends.Once(d, func() bool {
		return slices.ContainsFunc(p.Index.Calls, func(c *ast.CallExpr) bool {
			if c.Pos() < d.Pos() || d.End() < c.End() {
				return false
			}
			id, isName := ast.Unparen(c.Fun).(*ast.Ident)
			if p.Info.Types[c.Fun].IsBuiltin() {
				return isName && id.Name == "panic"
			}
			_, isStatement := p.Index.Outer(c).(*ast.ExprStmt)
			verb := p.Index.Verb(c)
			return verb == model.Exit || verb == model.Abort || isStatement && !p.returns(c)
		})
	})
	return !ends
}

// isLogged reports whether a read is part of what is logged.
func (p *Reader) isLogged(r uses.Read) bool {
	for n := p.Index.Outer(r.Expr); n != nil; n = p.Index.Outer(n) {
		switch n := n.(type) {
		case *ast.CallExpr:
			if sig := model.Of(p.Index.Callee(n), ""); sig != nil && sig.Verb == model.Log {
				return sig.Index(model.Writer) < 0
			}
		case ast.Stmt:
			return false
		}
	}
	return false
}
