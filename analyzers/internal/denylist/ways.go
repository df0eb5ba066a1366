package denylist

// This file tells from the ways that a function can take what it does with a token:
//
//	if err := sessions.FindOne(ctx, bson.M{"token": raw}).Decode(&s); err != nil {
//		c.JSON(http.StatusForbidden, nil) // refuses what is missing: a list of good tokens
//		return
//	}

import (
	"go/ast"
	"slices"
)

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
	if p.onlyRejects(w.failed) {
		return false // as a list of the tokens that are accepted does
	}
	passes := false
	for e := range w.failed.exits {
		if !w.missing.exits[e] {
			return len(w.failed.exits) == 1 && p.passesAlone(w, e)
		}
		passes = passes || !w.found.exits[e]
	}
	return passes
}

// onlyRejects reports whether a function answers with 401 or 403 wherever it ends.
func (p *Reader) onlyRejects(o outcome) bool {
	for e := range o.exits {
		if e.node == nil {
			return false
		}
		block, ok := p.Index.Outer(e.node).(*ast.BlockStmt)
		if !ok || !slices.ContainsFunc(block.List, func(s ast.Stmt) bool {
			_, plain := s.(*ast.ExprStmt)
			return (plain || s == e.node) && p.contains(s, p.rejects)
		}) {
			return false
		}
	}
	return len(o.exits) > 0
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

// refusals returns the ends of a function that it comes to where the store has the token, nil where it
// may go on then as it does without. It may fail for another reason, too:
//
//	if !token.Valid { return nil, errors.New("invalid") }
func (w ways) refusals() []exit {
	var out []exit
	for e := range w.found.exits {
		if w.missing.exits[e] && !slices.Contains(e.results[:], failedError) {
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
