package jwtexpiry

// This file asks whether the clock is read once for many tokens:
//
//	var expires = time.Now().Add(time.Hour)           // frozen-claims, where a function signs it
//	func main() { sign(time.Now().Add(time.Hour)) }   // one token, once
//	func main() { http.Handle("/", &server{expires: time.Now().Add(time.Hour)}) } // frozen-claims

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/claims"
	"github.com/jwtvet/jwtvet/analyzers/internal/quantity"
)

// frozen asks whether the time in a claim is read once and signed again and again.
func (c *check) frozen(call *calls.Call, claim claims.Claim, qs []quantity.Value) {
	sign := c.Index.FuncAt(call.Node.Pos())
	if sign == nil {
		return
	}
	for _, q := range qs {
		if q.Clock == nil || !c.once(c.Index.FuncAt(q.Clock.Pos()), sign) {
			continue
		}
		c.found("frozen-claims", q.Clock,
			fmt.Sprintf("%s is computed once, at program start, and signed into every token: "+
				"later tokens carry an outdated time", claim.Name), call)
	}
}

// once reports whether the function that reads the clock runs once, while the one that signs runs
// for every token.
func (c *check) once(clock, sign ast.Node) bool {
	if clock == nil {
		return !runsOnce(sign)
	}
	return clock != sign && runsOnce(clock) && !runsOnce(sign) &&
		!c.straight(clock, sign, map[ast.Node]bool{})
}

func runsOnce(fn ast.Node) bool {
	d, ok := fn.(*ast.FuncDecl)
	return ok && d.Recv == nil && (d.Name.Name == "init" || d.Name.Name == "main")
}

// straight reports whether calls that each run once for one run of from lead to fn, as in a tool
// that signs one token and ends. Which functions were asked about is in seen.
func (c *check) straight(from, fn ast.Node, seen map[ast.Node]bool) bool {
	if seen[fn] {
		return false
	}
	seen[fn] = true
	for _, call := range c.Origin.Callers(fn) {
		caller := c.Index.FuncAt(call.Pos())
		if caller != nil && !c.repeated(call) && (caller == from || c.straight(from, caller, seen)) {
			return true
		}
	}
	return false
}

// repeated reports whether a call stands in a loop of its function that may go on for as long as
// the program runs. One over a list is none.
func (c *check) repeated(call ast.Node) bool {
	for n := c.Index.Outer(call); n != nil; n = c.Index.Outer(n) {
		switch n := n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		case *ast.ForStmt:
			return true
		case *ast.RangeStmt:
			switch c.Info.TypeOf(n.X).Underlying().(type) {
			case *types.Chan, *types.Signature:
				return true
			}
		}
	}
	return false
}
