package origin

// This file looks at helpers that end the program where there is nothing to return:
//
//	func getenv(name, otherwise string) string {
//		if value, ok := os.LookupEnv(name); ok {
//			return value
//		}
//		if otherwise != "" {
//			return otherwise // never an empty text: filled
//		}
//		log.Fatalf("%s is not set", name)
//		return ""                // never: reached
//	}

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// reached returns those of some return statements that do not stand behind a call which ends the program.
func reached(t *Tracer, returns []*ast.ReturnStmt) []*ast.ReturnStmt {
	ends := func(r *ast.ReturnStmt) bool {
		block, ok := t.index.Outer(r).(*ast.BlockStmt)
		if !ok {
			return false
		}
		i := slices.Index(block.List, ast.Stmt(r))
		if i < 1 {
			return false
		}
		before, ok := block.List[i-1].(*ast.ExprStmt)
		if !ok {
			return false
		}
		call, ok := before.X.(*ast.CallExpr)
		return ok && !t.flow.ReturnsTo(call)
	}
	if !slices.ContainsFunc(returns, ends) {
		return returns
	}
	if left := slices.DeleteFunc(slices.Clone(returns), ends); len(left) > 0 {
		return left
	}
	return returns
}

// filled leaves out of what a call gives a parameter the empty texts, where that is returned only if it
// is none.
func filled(t *Tracer, o *Origin, given Trace) Trace {
	if !whereSet(t, o.At, o.Param) {
		return given
	}
	given.Origins = slices.DeleteFunc(slices.Clone(given.Origins), func(a *Origin) bool {
		return a.Kind == Nothing || a.Value != nil && isEmpty(a.Value)
	})
	return given
}

// maxAround is how many statements around a place, and parts of a condition, are looked at.
const maxAround = 16

// whereSet reports whether a place is in the branch of a condition that v is not empty.
func whereSet(t *Tracer, place ast.Node, v *types.Var) bool {
	n := place
	for range maxAround {
		outer := t.index.Outer(n)
		if outer == nil {
			return false
		}
		if s, ok := outer.(*ast.IfStmt); ok && n == s.Body && demands(t, s.Cond, v) {
			return true
		}
		n = outer
	}
	return false
}

// demands reports whether a condition holds only if v is not empty: !ok && v != "".
func demands(t *Tracer, cond ast.Expr, v *types.Var) bool {
	for range maxAround {
		b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
		if !ok || b.Op != token.LAND {
			break
		}
		if isNotEmpty(t, b.Y, v) {
			return true
		}
		cond = b.X
	}
	return isNotEmpty(t, cond, v)
}

// isNotEmpty reports whether an expression is v != "".
func isNotEmpty(t *Tracer, e ast.Expr, v *types.Var) bool {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ || t.index.Used(b.X) != v {
		return false
	}
	text := t.info.Types[b.Y].Value
	return text != nil && text.Kind() == constant.String && isEmpty(text)
}
