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
}

// outcome follows a function from a question on; ok is false where it cannot be followed.
func (p *Reader) outcome(a *answered, s supposed) (out outcome, ok bool) {
	out = outcome{map[exit]bool{}, map[ast.Node]bool{}}
	at := func(known uint64) *eval { return &eval{p, a, s, known, map[*types.Var]value{}} }
	ok = p.Flow.Guided(a.to.Call.Pos(), flow.Guide{
		Known: 1<<len(a.holders) - 1,
		Enter: func(known uint64, n ast.Node) uint64 {
			out.nodes[n] = true
			return known &^ a.lost(n)
		},
		Choose: func(known uint64, cond ast.Expr) (holds, decided bool) {
			v := at(known).of(cond)
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

// ways are the outcomes of one question.
type ways struct {
	found, missing, failed outcome
}

// ways returns what a function does with the answer of a question; ok is false where that cannot be
// followed.
func (p *Reader) ways(q *Question, byError bool) (w ways, ok bool) {
	a := p.answered(q)
	found, missing, failed := q.supposed(byError)
	var oks [3]bool
	w.found, oks[0] = p.outcome(a, found)
	w.missing, oks[1] = p.outcome(a, missing)
	w.failed, oks[2] = p.outcome(a, failed)
	return w, oks == [3]bool{true, true, true}
}

// opens reports whether a function goes on where the store fails, as it does where the store has
// nothing, and not where it has: it ends nowhere else.
func (p *Reader) opens(w ways) bool {
	passes := false
	for e := range w.failed.exits {
		if !w.missing.exits[e] {
			return len(w.failed.exits) == 1 && p.passesAlone(w, e)
		}
		passes = passes || !w.found.exits[e]
	}
	return passes
}

// passesAlone reports whether the one end that a function comes to where the store fails lets the
// token pass: it hands the request on, or returns no error as it does where the store has nothing.
//
//	if err != nil {
//		log.Print(err)
//		return next(c)
//	}
func (p *Reader) passesAlone(w ways, e exit) bool {
	for n := range w.failed.nodes {
		if !w.missing.nodes[n] && p.contains(n, p.isNext) {
			return true
		}
	}
	if e.last() != noError {
		return false
	}
	for other := range w.missing.exits {
		if other.last() == noError && !w.found.exits[other] {
			return true
		}
	}
	return false
}

// last returns what is known of the last result.
func (e exit) last() value {
	for i := len(e.results) - 1; i >= 0; i-- {
		if e.results[i] != unknown {
			return e.results[i]
		}
	}
	return unknown
}

// refusals returns the ends of a function that it comes to only where the store has the token.
func (w ways) refusals() []exit {
	var out []exit
	for e := range w.found.exits {
		if w.missing.exits[e] {
			return nil // it need not refuse
		}
		out = append(out, e)
	}
	return out
}

// refuses reports whether a function refuses the token where the store has it: it returns an error,
// or answers with 401 or 403 (RFC 9110 section 15.5), or keeps the request from what handles it
// next.
func (p *Reader) refuses(w ways) bool {
	exits := w.refusals()
	if len(exits) == 0 {
		return false
	}
	only := func(n ast.Node) bool { return w.found.nodes[n] && !w.missing.nodes[n] }
	says := false
	for n := range w.found.nodes {
		if only(n) {
			if p.contains(n, p.isNext) {
				return false
			}
			says = says || p.contains(n, p.rejects)
		}
	}
	if says {
		return true
	}
	for n := range w.missing.nodes {
		if !w.found.nodes[n] && p.contains(n, p.isNext) {
			return true
		}
	}
	return !slices.ContainsFunc(exits, func(e exit) bool {
		return !slices.Contains(e.results[:], failedError)
	})
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
