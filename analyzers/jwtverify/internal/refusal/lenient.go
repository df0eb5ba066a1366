package refusal

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/analyzers/internal/uses"
)

// This file finds middlewares whose verification decides nothing:
//
//	sub, err := subject(ctx)
//	if err != nil {
//		log.Print(err)
//		return handler(ctx, req) // goes on without a user
//	}
//	return handler(context.WithValue(ctx, userKey{}, sub), req) // nothing reads userKey
//
// Where a handler can read whom the token belongs to, it may know guests.

// lenience finds what middlewares do where a verification fails.
type lenience struct{ *Reader }

// Lenient returns the calls that pass a request on although its token was rejected, where no
// handler can learn whom a good one belongs to.
func (p *Reader) Lenient() []*ast.CallExpr {
	var out []*ast.CallExpr
	for _, n := range p.Index.Calls {
		if !handlers.CallsNext(p.View, n) {
			continue
		}
		by := lenience{p}
		s, err := by.failedBranch(n)
		if s == nil || len(p.Index.Writes[err]) != 1 {
			continue
		}
		verified, ok := p.Index.Writes[err][0].Value.(*ast.CallExpr)
		if ok && by.verifies(verified) && by.onlyIn(err, s) && by.isKeptUnread(verified, err) {
			out = append(out, n)
		}
	}
	return out
}

// failedBranch returns the branch around a call that is taken where an error is not nil, and that
// error; nil where it does more than to log.
func (p lenience) failedBranch(next *ast.CallExpr) (*ast.IfStmt, *types.Var) {
	var s ast.Stmt
	for n := p.Index.Outer(next); n != nil && s == nil; n = p.Index.Outer(n) {
		s, _ = n.(ast.Stmt)
	}
	block, ok := p.Index.Outer(s).(*ast.BlockStmt)
	if !ok {
		return nil, nil
	}
	branch, ok := p.Index.Outer(block).(*ast.IfStmt)
	if !ok || branch.Body != block {
		return nil, nil
	}
	for _, other := range block.List {
		e, _ := other.(*ast.ExprStmt)
		r, returns := other.(*ast.ReturnStmt)
		if other == s || returns && len(r.Results) == 0 {
			continue
		}
		if e == nil {
			return nil, nil
		}
		if c, ok := e.X.(*ast.CallExpr); !ok || p.Index.Verb(c) != model.Log {
			return nil, nil
		}
	}
	if v := p.failed(branch); v != nil {
		return branch, v
	}
	return nil, nil
}

// failed returns the error of which a branch says that it is not nil, nil for other branches.
func (p lenience) failed(branch *ast.IfStmt) *types.Var {
	test, ok := ast.Unparen(branch.Cond).(*ast.BinaryExpr)
	if !ok || test.Op != token.NEQ || !p.Info.Types[test.Y].IsNil() {
		return nil
	}
	id, ok := ast.Unparen(test.X).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := p.Info.ObjectOf(id).(*types.Var)
	if !ok || !typing.IsError(v.Type()) {
		return nil
	}
	return v
}

// verifies reports whether a call verifies a token, or is one of a function here that does.
func (p lenience) verifies(c *ast.CallExpr) bool {
	if slices.ContainsFunc(p.Calls.All, func(k *calls.Call) bool {
		return k.Verb == model.Verify && k.Node == c
	}) {
		return true
	}
	fn, ok := p.Index.Callee(c).(*types.Func)
	return ok && p.Index.Decls[fn] != nil && uses.VerifiesToken(p.Calls, p.Index.Decls[fn])
}

// onlyIn reports whether a variable is read in a branch and its condition alone.
func (p lenience) onlyIn(v *types.Var, s *ast.IfStmt) bool {
	return !slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		return !p.Index.Assigned(id) && (id.Pos() < s.Cond.Pos() || s.Body.End() < id.End())
	})
}

// isKeptUnread reports whether all that a call returns besides its error gets into a context, under
// keys that nothing reads.
func (p lenience) isKeptUnread(c *ast.CallExpr, err *types.Var) bool {
	a, ok := p.Index.Outer(c).(*ast.AssignStmt)
	if !ok || len(a.Rhs) != 1 {
		return false
	}
	kept := false
	for _, l := range a.Lhs {
		id, _ := l.(*ast.Ident)
		if id == nil {
			return false
		}
		v, _ := p.Info.ObjectOf(id).(*types.Var)
		if v == nil || v == err {
			continue // the blank name too
		}
		for _, use := range p.Index.Mentions(v) {
			put, ok := p.Index.Outer(use).(*ast.CallExpr)
			switch {
			case p.Index.Assigned(use):
			case !ok || !p.keepsUnread(put):
				return false
			default:
				kept = true
			}
		}
	}
	return kept
}

// keepsUnread reports whether a call puts a value into a context under a key of a type of this
// package that other packages cannot name, and that is named for nothing else here.
func (p lenience) keepsUnread(c *ast.CallExpr) bool {
	for _, key := range p.keys(c) {
		t := typing.TypeName(p.Info.TypeOf(key))
		if t == nil || t.Pkg() != p.Pkg || t.Exported() {
			return false
		}
		for _, id := range p.Index.Mentions(t) {
			if _, declared := p.Index.Outer(id).(*ast.TypeSpec); !declared && !p.namesKey(id) {
				return false
			}
		}
		return true
	}
	return false
}

// keys returns the key under which a call puts a value into a context, nothing for other calls.
func (p lenience) keys(c *ast.CallExpr) []ast.Expr {
	if sig := model.Of(p.Index.Callee(c), ""); sig != nil && sig.Verb == model.Build {
		return syntax.Args(c, sig, model.Name)
	}
	return nil
}

// namesKey reports whether a name stands in the key under which something is put into a context.
func (p lenience) namesKey(id *ast.Ident) bool {
	var from ast.Node = id
	for n := p.Index.Outer(id); n != nil; from, n = n, p.Index.Outer(n) {
		switch n := n.(type) {
		case *ast.CallExpr:
			return slices.ContainsFunc(p.keys(n), func(k ast.Expr) bool { return k == from })
		case *ast.CompositeLit:
		default:
			return false
		}
	}
	return false
}
