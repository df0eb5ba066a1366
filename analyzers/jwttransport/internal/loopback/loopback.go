// Package loopback answers whether an address was tested to be one of the machine itself before a
// server listens at it. jwttransport asks it:
//
//	host := redirect.Hostname()
//	if host != "localhost" && !net.ParseIP(host).IsLoopback() {
//		return errNotLocal
//	}
//	net.Listen("tcp", redirect.Host)
package loopback

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/address"
	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
)

// Local reports whether the text of an address has a host that is the machine itself.
func Local(text string) bool {
	host := address.HostOf(text)
	ip, ok := address.IP(host)
	return host == "localhost" || ok && ip.IsLoopback()
}

// Tested reports whether control gets to an address only where a test of it has held.
func Tested(v calls.View, bound ast.Expr) bool {
	found := false
	ast.Inspect(bound, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			if of, ok := v.Info.Uses[id].(*types.Var); ok && !of.IsField() {
				t := &tester{v, of, map[*types.Var]bool{}}
				found = t.guards(bound)
			}
		}
		return !found
	})
	return found
}

// tester looks for tests of one variable, from which the address is made.
type tester struct {
	calls.View
	of    *types.Var
	known map[*types.Var]bool // variables that are made of it, or not
}

// guards reports whether the tests of the variable keep control from a use of it where none of them
// holds.
func (t *tester) guards(use ast.Expr) bool {
	if len(t.Index.Writes[t.of]) > 1 {
		return false
	}
	tested, reached := false, false
	whole := t.Flow.GuidedIn(t.Index.FuncAt(use.Pos()), flow.Guide{
		Enter: func(known uint64, n ast.Node) uint64 {
			reached = reached || n.Pos() <= use.Pos() && use.End() <= n.End()
			return known
		},
		Choose: func(_ uint64, cond ast.Expr) (holds, decided bool) {
			holds, decided = t.test(cond)
			tested = tested || decided
			return holds, decided
		},
		End: func(uint64, ast.Node) {},
	})
	return whole && tested && !reached
}

// test returns what a condition says where the address is not one of the machine itself; decided is
// false where that leaves it open.
func (t *tester) test(cond ast.Expr) (holds, decided bool) {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		holds, decided = t.test(e.X)
		return !holds, decided && e.Op == token.NOT
	case *ast.BinaryExpr:
		if e.Op != token.LAND && e.Op != token.LOR {
			return e.Op == token.NEQ, t.compares(e)
		}
		x, xDecided := t.test(e.X)
		y, yDecided := t.test(e.Y)
		settles := e.Op == token.LOR // what one of the two needs to be for the whole to be so
		if xDecided && x == settles || yDecided && y == settles {
			return settles, true
		}
		return !settles, xDecided && yDecided
	case *ast.CallExpr: // names of functions of others tell what they ask
		fn, ok := t.Index.Callee(e).(*types.Func)
		if !ok {
			return false, false
		}
		name := strings.ToLower(fn.Name())
		return false, (strings.Contains(name, "loopback") || strings.Contains(name, "localhost")) &&
			t.isMadeOf(e)
	}
	return false, t.isCase(cond)
}

// compares reports whether a comparison is one of the address with one of the machine itself.
func (t *tester) compares(e *ast.BinaryExpr) bool {
	return (e.Op == token.EQL || e.Op == token.NEQ) &&
		(Local(t.Index.Text(e.X)) && t.isMadeOf(e.Y) || Local(t.Index.Text(e.Y)) && t.isMadeOf(e.X))
}

// isCase reports whether a condition is such a case of a switch over the address.
func (t *tester) isCase(cond ast.Expr) bool {
	clause, ok := t.Index.Outer(cond).(*ast.CaseClause)
	if !ok || !Local(t.Index.Text(cond)) {
		return false
	}
	over, ok := t.Index.Outer(t.Index.Outer(clause)).(*ast.SwitchStmt)
	return ok && over.Tag != nil && t.isMadeOf(over.Tag)
}

// isMadeOf reports whether an expression mentions the variable, or one that is made of it.
func (t *tester) isMadeOf(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			v, _ := t.Info.Uses[id].(*types.Var)
			found = v != nil && t.comesFrom(v)
		}
		return !found
	})
	return found
}

// comesFrom reports whether a variable is the one that is tested, or made of it.
func (t *tester) comesFrom(v *types.Var) bool {
	if v == t.of {
		return true
	}
	is, known := t.known[v]
	if !known && !v.IsField() {
		t.known[v] = false // ends circles
		for _, w := range t.Index.Writes[v] {
			is = is || w.Value != nil && t.isMadeOf(w.Value)
		}
		t.known[v] = is
	}
	return is
}
