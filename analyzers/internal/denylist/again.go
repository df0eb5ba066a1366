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
	}) || needsStore(p, q, later) || needsSession(p, q, later)
}

// maxAgain is how often a function asks before nothing more is known of it.
const maxAgain = 16

// needs reports whether the function of a question asks another one as which says, and does with the
// answer what is says.
func needs(p *Reader, q *Question, which func(*ast.CallExpr) *Question, is func(ways) bool) bool {
	asked := 0
	for _, c := range p.Index.Calls {
		if p.Index.FuncAt(c.Pos()) != q.Func {
			continue
		}
		if other := which(c); other != nil {
			asked++
			if w, ok := p.ways(other, false); asked > maxAgain || ok && is(w) {
				return true
			}
		}
	}
	return false
}

// needsStore reports whether a function asks the store of a question again, by a call for which later
// is true, and refuses the token where that fails, or has asked it before and done so: it is there.
//
//	if known, err := sessions.Exists(ctx, key); err != nil || !known {
//		return errUnauthorized
//	}
func needsStore(p *Reader, q *Question, later func(*ast.CallExpr) bool) bool {
	store := p.storeOf(q.Call)
	if store == nil {
		return false
	}
	fails := func(w ways) bool { return p.refuses(ways{found: w.failed, missing: w.found}) }
	again := func(c *ast.CallExpr) *Question {
		sig, _ := p.Index.Row(c)
		if c.Pos() <= q.Call.End() || sig == nil || !later(c) || p.storeOf(c) != store ||
			sig.Verb != model.Recall && sig.Verb != model.SQL && sig.Verb != model.Command {
			return nil
		}
		return &Question{Call: c, Func: q.Func, filled: syntax.Args(c, sig, model.Found), found: true}
	}
	before := func(c *ast.CallExpr) *Question {
		if last := second(p, c); last == nil || !typing.IsError(last) || c.End() >= q.Call.Pos() || p.storeOf(c) != store {
			return nil
		}
		return &Question{Call: c, Func: q.Func, found: true}
	}
	return needs(p, q, again, func(w ways) bool { return fails(w) || apart(w.failed, w.found) }) ||
		needs(p, q, before, fails)
}

// needsSession reports whether a function asks, by a call for which later is true, for the session of the
// token, and refuses the token that has none:
//
//	session, ok := sessions.Get(claims.SessionID)
//	if !ok {
//		return errEnded
//	}
func needsSession(p *Reader, q *Question, later func(*ast.CallExpr) bool) bool {
	which := func(c *ast.CallExpr) *Question {
		if last := second(p, c); last == nil || c.Pos() <= q.Call.End() || !typing.SaysFailure(last) ||
			!slices.ContainsFunc(c.Args, p.IsTokenID) || !later(c) {
			return nil
		}
		return &Question{Call: c, Func: q.Func, found: true}
	}
	return needs(p, q, which, func(w ways) bool {
		return p.refuses(ways{found: w.missing, missing: w.found}) || p.refuses(ways{found: w.failed, missing: w.found})
	})
}

// second returns the type of the second of two results of a call, nil where there are not two.
func second(p *Reader, c *ast.CallExpr) types.Type {
	if r, ok := p.Info.TypeOf(c).(*types.Tuple); ok && r.Len() == 2 {
		return r.At(1).Type()
	}
	return nil
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
