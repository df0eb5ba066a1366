package denylist

// This file knows deny lists whose answer is tested once more before a token is refused:
//
//	if err := db.Where("jti = ?", jti).First(&entry).Error; err == nil {
//		if entry.ExpiresAt.After(time.Now()) { // about the answer
//			return errRevoked
//		}
//	}
//	return nil
//
// Where the store has found the token the function may go on, too, since nobody knows what the entry
// says. Of a test of something else, such as a setting, it decides whether anybody is refused.

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// deeper returns the ways of a question to a deny list with what the function does where the entry
// that it has found passes each test; ok is false where it does not test the entry, or something else,
// too.
func (p *Reader) deeper(q *Question, w ways) (narrow ways, ok bool) {
	if !q.Says || len(w.found.open) == 0 {
		return w, false
	}
	for cond, about := range w.found.open {
		if !about && !w.missing.nodes[cond] {
			return w, false
		}
	}
	narrow = w
	narrow.found.exits = maps.Clone(w.found.exits)
	maps.DeleteFunc(narrow.found.exits, func(e exit, _ bool) bool { return w.missing.exits[e] })
	return narrow, len(narrow.found.exits) > 0 && len(narrow.found.exits) < len(w.found.exits)
}

// onlyAnswer reports whether nothing but the answer to the question decides a condition that is not
// known: each part of it is known or mentions the answer.
func (v *eval) onlyAnswer(cond ast.Expr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return v.onlyAnswer(e.X)
		}
	case *ast.BinaryExpr:
		if e.Op == token.LAND || e.Op == token.LOR {
			return v.onlyAnswer(e.X) && v.onlyAnswer(e.Y)
		}
	}
	return v.of(cond) != unknown || v.mentions(cond)
}

// mentions reports whether an expression mentions the answer to the question, or a part of it.
func (v *eval) mentions(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			found = found || n == v.to.Call
		case *ast.Ident:
			obj, _ := v.Info.ObjectOf(n).(*types.Var)
			i := slices.IndexFunc(v.holders, func(h holder) bool { return h.v == obj })
			found = found || i >= 0 && v.holders[i].role != isError && v.known&(1<<i) != 0
		}
		return !found
	})
	return found
}
