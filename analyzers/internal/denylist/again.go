package denylist

// This file knows what a function asks after the store has failed:
//
//	if err := db.Where("token = ?", raw).First(&entry).Error; err == nil {
//		return errRevoked
//	}
//	if err := db.First(&user, claims.Subject).Error; err != nil { // fails, too
//		return err
//	}

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// asksAgain reports whether another list is asked where the store fails, or the same store, before or
// after, for something that the function refuses the token without.
func (p *Reader) asksAgain(q *Question, w ways) bool {
	later := func(c *ast.CallExpr) bool {
		for n := range w.failed.nodes {
			if n.Pos() <= c.Pos() && c.End() <= n.End() &&
				!(n.Pos() <= q.Call.Pos() && q.Call.End() <= n.End()) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(p.Questions(), func(o *Question) bool {
		return o != q && o.Func == q.Func && o.Says && later(o.Call)
	}) || p.needsStore(q, later) || neededStore(p, q)
}

// maxAgain is how often a function asks one store before nothing more is known of it.
const maxAgain = 16

// needsStore reports whether a function asks the store of a question again, by a call for which later
// is true, and refuses the token where that fails.
func (p *Reader) needsStore(q *Question, later func(*ast.CallExpr) bool) bool {
	store := p.storeOf(q.Call)
	if store == nil {
		return false
	}
	asked := 0
	for _, c := range p.Index.Calls {
		if c.Pos() <= q.Call.End() || p.Index.FuncAt(c.Pos()) != q.Func {
			continue
		}
		sig, _ := p.Index.Row(c)
		if sig == nil || sig.Verb != model.Recall && sig.Verb != model.SQL && sig.Verb != model.Command ||
			p.storeOf(c) != store {
			continue
		}
		if asked++; asked > maxAgain {
			return true
		}
		asks := &Question{Call: c, Func: q.Func, filled: syntax.Args(c, sig, model.Found), found: true}
		if w, ok := p.ways(asks, false); ok && later(c) &&
			(p.refuses(ways{found: w.failed, missing: w.found}) || apart(w.failed, w.found)) {
			return true
		}
	}
	return false
}

// neededStore reports whether a function has asked the store of a question before, and refuses the token
// where that fails: the store is there.
//
//	if known, err := sessions.Exists(ctx, key); err != nil || !known {
//		return errUnauthorized
//	}
func neededStore(p *Reader, q *Question) bool {
	store := p.storeOf(q.Call)
	if store == nil {
		return false
	}
	asked := 0
	for _, c := range p.Index.Calls {
		r, ok := typing.OrInvalid(p.Info.TypeOf(c)).(*types.Tuple)
		if !ok || r.Len() != 2 || !typing.IsError(r.At(1).Type()) || c.End() >= q.Call.Pos() ||
			p.Index.FuncAt(c.Pos()) != q.Func || p.storeOf(c) != store {
			continue
		}
		if asked++; asked > maxAgain {
			return true
		}
		w, ok := p.ways(&Question{Call: c, Func: q.Func, found: true}, false)
		if ok && p.refuses(ways{found: w.failed, missing: w.found}) {
			return true
		}
	}
	return false
}

// apart reports whether a function comes to no end in both of two outcomes.
func apart(x, y outcome) bool {
	for e := range x.exits {
		if y.exits[e] {
			return false
		}
	}
	return len(x.exits) > 0
}

// storeOf returns the variable or field that a chain of calls begins with: db of
// db.WithContext(ctx).First(&user).
func (p *Reader) storeOf(c *ast.CallExpr) types.Object {
	var e ast.Expr = c
	for range maxChain {
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			if !ok {
				return nil
			}
			e = sel.X
		case *ast.SelectorExpr, *ast.Ident:
			v, _ := p.Index.Used(x).(*types.Var)
			if v == nil {
				return nil
			}
			return v
		default:
			return nil
		}
	}
	return nil
}
