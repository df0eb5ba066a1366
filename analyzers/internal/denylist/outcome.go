package denylist

// This file compares how a function ends where a store has found a token, where it has none, and
// where it has failed:
//
//	revoked, err := isRevoked(ctx, claims.ID)
//	if err == nil && revoked {
//		http.Error(w, "revoked", http.StatusUnauthorized)
//		return                // found
//	}
//	next.ServeHTTP(w, r)      // missing, and failed

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/flow"
	"github.com/jwtvet/jwtvet/analyzers/internal/handlers"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// exit is an end of a function, and what is known of what it returns.
type exit struct {
	node    ast.Node
	results [3]value // of at most three results, the last ones
}

// outcome is what a function does under one supposition.
type outcome struct {
	exits map[exit]bool
	nodes map[ast.Node]bool
	open  map[ast.Node]bool // conditions that are not decided: whether they are about the answer
}

// outcome follows a function from a question on; ok is false where it cannot be followed.
func (p *Reader) outcome(a *answered, s supposed) (out outcome, ok bool) {
	out = outcome{map[exit]bool{}, map[ast.Node]bool{}, map[ast.Node]bool{}}
	at := func(known uint64) *eval { return &eval{p, a, s, known, map[*types.Var]value{}} }
	ok = p.Flow.Guided(a.to.Call.Pos(), flow.Guide{
		Known: 1<<len(a.holders) - 1,
		Enter: func(known uint64, n ast.Node) uint64 {
			out.nodes[n] = true
			return known &^ a.lost(n)
		},
		Choose: func(known uint64, cond ast.Expr) (holds, decided bool) {
			v := at(known).of(cond)
			if v != yes && v != no {
				about, met := out.open[cond]
				out.open[cond] = at(known).onlyAnswer(cond) && (about || !met) // on each path to it
			}
			return v == yes, v == yes || v == no
		},
		End: func(known uint64, last ast.Node) { out.exits[p.exit(at(known), last)] = true },
	})
	return out, ok
}

// exit returns an end of a function as it is under a supposition.
func (p *Reader) exit(v *eval, last ast.Node) exit {
	out := exit{node: last}
	r, ok := last.(*ast.ReturnStmt)
	if !ok {
		return out
	}
	results := r.Results
	if len(results) > len(out.results) {
		results = results[len(results)-len(out.results):]
	}
	decided := len(results) > 0 && len(results) == len(r.Results)
	for i, e := range results {
		out.results[i] = v.of(e)
		if t := p.Info.TypeOf(e); out.results[i] == unknown && t != nil &&
			typing.IsError(t) && p.isNewError(e) {
			out.results[i] = failedError
		}
		t := p.Info.TypeOf(e)
		decided = decided && t != nil && typing.SaysFailure(t) && out.results[i] != unknown
	}
	if decided { // two statements that return the same are one end
		out.node = nil
	}
	return out
}

// isNewError reports whether an expression is always an error: one that is made, or a variable of a
// package.
func (p *Reader) isNewError(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		sig, _ := p.Index.Row(e)
		return sig != nil && sig.Index(model.Wrapped) >= 0
	case *ast.Ident:
		v, ok := p.Info.ObjectOf(e).(*types.Var)
		return ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
	case *ast.SelectorExpr:
		v, ok := p.Info.ObjectOf(e.Sel).(*types.Var)
		return ok && !v.IsField()
	}
	return false
}

// contains reports whether a node holds a call for which is is true, functions in it left out.
func (p *Reader) contains(n ast.Node, is func(*ast.CallExpr) bool) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && is(c) {
			found = true
		}
		_, lit := n.(*ast.FuncLit)
		return !lit && !found
	})
	return found
}

// rejects reports whether a call gets the status 401 or 403, or aborts the request.
func (p *Reader) rejects(c *ast.CallExpr) bool {
	if p.Index.Verb(c) == model.Abort {
		return true
	}
	return slices.ContainsFunc(c.Args, func(a ast.Expr) bool {
		v := p.Info.Types[a].Value
		if v == nil || v.Kind() != constant.Int {
			return false
		}
		n, _ := constant.Int64Val(v)
		return n == 401 || n == 403
	})
}

// isNext reports whether a call hands the request to what handles it next.
func (p *Reader) isNext(c *ast.CallExpr) bool { return handlers.CallsNext(p.View, c) }
