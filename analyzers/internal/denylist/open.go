package denylist

// This file finds answers that are the same whether a store has nothing or has failed (CWE-636):
//
//	func IsRevoked(ctx context.Context, jti string) bool {
//		_, err := rdb.Get(ctx, "revoked:"+jti).Result()
//		return err == nil // false while Redis is down
//	}

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Open is a question of which a failure counts as the answer that a token is not revoked.
type Open struct {
	*Question
	Answers bool       // the function only answers, others refuse
	Failing []ast.Node // what runs only where the store has failed
}

// Open returns the questions of the package whose failures let tokens pass.
func (p *Reader) Open() []Open {
	var out []Open
	for _, q := range p.Questions() {
		for _, byError := range []bool{false, true} {
			if byError && !q.missing || !byError && !q.found {
				continue
			}
			w, ok := p.ways(q, byError)
			if !ok {
				continue
			}
			if narrow, ok := p.deeper(q, w); ok {
				w = narrow
			}
			opens := p.opens(w)
			if !opens && !p.mayOpen(q, w) || p.asksAgain(q, w) {
				continue
			}
			if opens && p.refuses(w) {
				if askedBehind(p, q) {
					break
				}
				out = append(out, Open{q, false, w.onlyFailing()})
				break
			}
			if p.answersDenied(q, w) {
				out = append(out, Open{q, true, w.onlyFailing()})
				break
			}
		}
	}
	return out
}

// mayOpen reports whether a function answers by a bool that a token is not in a deny list where the
// store fails, as it does where the store has nothing, and may answer that it is where the store has
// it: not within a time of grace, for one.
//
//	at, err := strconv.ParseInt(val, 10, 64)
//	if val == "" || err != nil {
//		return false
//	}
//	return time.Now().Unix()-at > grace
func (p *Reader) mayOpen(q *Question, w ways) bool {
	d, ok := q.Func.(*ast.FuncDecl)
	if !ok || !q.Says && !names.Denial(d.Name.Name) || len(w.failed.exits) == 0 {
		return false
	}
	for e := range w.failed.exits {
		if e.results[0] != no || !w.missing.exits[e] {
			return false
		}
	}
	for e := range w.found.exits {
		if e.results[0] != no && !w.missing.exits[e] {
			return true
		}
	}
	return false
}

// onlyFailing returns what runs only where a store has failed, by position.
func (w ways) onlyFailing() []ast.Node {
	var out []ast.Node
	for n := range w.failed.nodes {
		if !w.missing.nodes[n] && !w.found.nodes[n] {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b ast.Node) int { return cmp.Compare(a.Pos(), b.Pos()) })
	return out
}

// answersDenied reports whether a function answers by a bool whether a token is in a deny list, and
// says no where the store has failed: its own name or that of the key says so, or a caller refuses
// what it says yes to.
func (p *Reader) answersDenied(q *Question, w ways) bool {
	d, ok := q.Func.(*ast.FuncDecl)
	if !ok {
		return false
	}
	sig := p.Index.Signature(d)
	if sig == nil || sig.Results().Len() == 0 || !typing.IsBool(sig.Results().At(0).Type()) {
		return false
	}
	at := func(e exit) value { return e.results[0] }
	if sig.Results().Len() > 2 || !all(w.missing, no, at) ||
		!all(w.found, yes, at) && !p.mayOpen(q, w) {
		return false
	}
	if q.Says || names.Denial(d.Name.Name) {
		return true
	}
	fn, _ := p.Info.Defs[d.Name].(*types.Func)
	return slices.ContainsFunc(p.Index.CallsOf[fn], func(c *ast.CallExpr) bool {
		outer := &Question{Call: c, Func: p.Index.FuncAt(c.Pos()), Keys: c.Args}
		w, ok := p.ways(outer, false)
		return ok && p.refuses(w)
	})
}

// all reports whether a function returns one value wherever it ends.
func all(o outcome, want value, at func(exit) value) bool {
	for e := range o.exits {
		if at(e) != want {
			return false
		}
	}
	return len(o.exits) > 0
}
