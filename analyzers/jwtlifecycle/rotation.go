package jwtlifecycle

// This file looks at keys that are tried one after another:
//
//	claims, err := parse(raw, current)
//	if err != nil {
//		claims, err = parse(raw, previous) // rotation-fallback: an expired token, too
//	}
//	if errors.Is(err, jwt.ErrTokenExpired) { ... } // never, for a token of the current key

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/report"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// verification is a call that verifies a token, with its error.
type verification struct {
	expr  *ast.CallExpr
	err   *types.Var // what its error is given to
	token *types.Var // the token, a variable
}

// fallbacks asks whether another key is tried for a token that the first one has verified and that
// is expired, although the function tells expired tokens from forged ones: the error of the other
// key takes the place of the first.
func (c *check) fallbacks() {
	all := c.verifications()
	for _, first := range all {
		if loop := c.loopOf(first); loop != nil && c.asksForExpired(first, loop.End()) {
			c.lost(first, first)
		}
		for _, second := range all {
			if first.token == second.token && first.err == second.err &&
				first.expr.End() < second.expr.Pos() && c.onError(first, second) &&
				c.asksForExpired(second, second.expr.End()) && !c.sameKey(first, second) {
				c.lost(first, second)
			}
		}
	}
}

// lost reports the call of which the error takes the place of the first one.
func (c *check) lost(first, second verification) {
	f := report.Found("rotation-fallback", second.expr, "the next key is tried for every error: an "+
		"expired token of the first key counts as forged")
	if first.expr != second.expr {
		f = f.At(first.expr, "the error of this call is lost")
	}
	c.Report(f)
}

// verifications returns the calls of libraries that verify a token in a variable.
func (c *check) verifications() []verification {
	var out []verification
	for _, call := range c.Calls.All {
		e, ok := call.Node.(*ast.CallExpr)
		if call.Verb != model.Verify || !ok || len(call.Args(model.Token)) != 1 {
			continue
		}
		a, ok := c.Index.Outer(e).(*ast.AssignStmt)
		if !ok || len(a.Rhs) != 1 {
			continue
		}
		v := verification{expr: e, token: c.variable(call.Args(model.Token)[0])}
		v.err = c.variable(a.Lhs[len(a.Lhs)-1])
		if v.token != nil && v.err != nil && typing.IsError(v.err.Type()) {
			out = append(out, v)
		}
	}
	return out
}

// variable returns the variable that an expression names, nil for none.
func (c *check) variable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := c.Info.ObjectOf(id).(*types.Var)
	return v
}

// onError reports whether the second call is made because the first has failed, whatever the error.
func (c *check) onError(first, second verification) bool {
	fn := c.Index.FuncAt(first.expr.Pos())
	if fn == nil || fn != c.Index.FuncAt(second.expr.Pos()) {
		return false
	}
	reached := false
	c.Flow.Failing(fn, first.err, func(n ast.Node) bool {
		reached = reached || n.Pos() <= second.expr.Pos() && second.expr.End() <= n.End()
		return reached
	})
	return reached && !c.isAsked(first.err, first.expr.End(), second.expr.Pos())
}

// isAsked reports whether something between two places looks at an error, other than whether it is
// nil: which one it is, or what a function says of it.
func (c *check) isAsked(err *types.Var, from, to token.Pos) bool {
	return slices.ContainsFunc(c.Index.Mentions(err), func(id *ast.Ident) bool {
		if id.Pos() < from || id.Pos() > to || c.Index.Assigned(id) {
			return false
		}
		b, ok := c.Index.Outer(id).(*ast.BinaryExpr)
		return !ok || !c.Info.Types[b.Y].IsNil()
	})
}

// loopOf returns the loop over keys that a call is made in, nil for none: each time the error of
// the call takes the place of the one before.
func (c *check) loopOf(v verification) *ast.RangeStmt {
	for n := c.Index.Outer(v.expr); n != nil; n = c.Index.Outer(n) {
		switch n := n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return nil
		case *ast.RangeStmt:
			inside := n.Pos() < v.err.Pos() && v.err.Pos() < n.End()
			key, ok := n.Value.(*ast.Ident)
			if inside || !ok || c.isAsked(v.err, n.Pos(), n.End()) {
				return nil
			}
			k, _ := c.Info.ObjectOf(key).(*types.Var)
			if k == nil || !slices.ContainsFunc(c.Index.Mentions(k), func(id *ast.Ident) bool {
				return v.expr.Pos() <= id.Pos() && id.End() <= v.expr.End()
			}) {
				return nil
			}
			return n
		}
	}
	return nil
}

// sameKey reports whether two calls verify with the same key: they are written alike.
func (c *check) sameKey(first, second verification) bool {
	return slices.EqualFunc(first.expr.Args, second.expr.Args, func(a, b ast.Expr) bool {
		return types.ExprString(a) == types.ExprString(b)
	})
}

// asksForExpired reports whether the error of a call is compared with the one which says that a
// token is expired, behind a place in the function.
func (c *check) asksForExpired(v verification, from token.Pos) bool {
	fn := c.Index.FuncAt(v.expr.Pos())
	for id, obj := range c.Info.Uses {
		if model.Of(obj, "").Means(model.ErrorVar, model.Expired) && id.Pos() > from &&
			c.Index.FuncAt(id.Pos()) == fn {
			return true
		}
	}
	return false
}
