package denylist

// This file knows middlewares that ask a deny list although they verify no token. What verifies them
// has to stand behind, and asks again:
//
//	func Blacklist(c *fiber.Ctx) error {
//		if err := db.Where("token = ?", bearer(c)).First(&entry).Error; err == nil {
//			return c.SendStatus(401)
//		}
//		return c.Next() // to Require
//	}
//	func Require(c *fiber.Ctx) error {
//		token, err := jwt.Parse(bearer(c), key)
//		if err := db.Where("token = ?", bearer(c)).Count(&n).Error; err != nil {
//			return c.SendStatus(500)
//		}

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// askedBehind reports whether a question stands in a middleware that verifies no token, and all of
// the package that does refuses a token where its own question to a deny list fails.
func askedBehind(p *Reader, q *Question) bool {
	own := syntax.DeclAt(p.Index, q.Call.Pos())
	if own == nil || !handsOn(p, q.Func) {
		return false
	}
	closed := map[*ast.FuncDecl]bool{}
	for _, o := range p.Questions() {
		if d := syntax.DeclAt(p.Index, o.Call.Pos()); d != nil && o.Says && closes(p, o) {
			closed[d] = true
		}
	}
	found := false
	for _, c := range p.Calls.All {
		if c.Verb != model.Verify {
			continue
		}
		d := syntax.DeclAt(p.Index, c.Node.Pos())
		if d == nil || d == own {
			return false
		}
		callers := callersOf(p, d)
		if slices.Contains(callers, own) || !closed[d] && (len(callers) == 0 ||
			slices.ContainsFunc(callers, func(by *ast.FuncDecl) bool { return !closed[by] })) {
			return false
		}
		found = true
	}
	return found
}

// callersOf returns the functions of the package that call a function of it, nil for calls outside of
// functions.
func callersOf(p *Reader, d *ast.FuncDecl) []*ast.FuncDecl {
	fn, _ := p.Info.Defs[d.Name].(*types.Func)
	var out []*ast.FuncDecl
	for _, c := range p.Index.CallsOf[fn] {
		out = append(out, syntax.DeclAt(p.Index, c.Pos()))
	}
	return out
}

// closes reports whether a function refuses the token where a question fails, as it does where the
// list has it, and hands no request on.
func closes(p *Reader, q *Question) bool {
	for _, byError := range []bool{false, true} {
		if byError && !q.missing || !byError && !q.found {
			continue
		}
		w, ok := p.ways(q, byError)
		if !ok || p.opens(w) || !p.refuses(w) {
			return false
		}
		for n := range w.failed.nodes {
			if p.contains(n, p.isNext) {
				return false
			}
		}
	}
	return true
}

// handsOn reports whether a function hands a request to what handles it next.
func handsOn(p *Reader, fn ast.Node) bool {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return p.contains(fn.Body, p.isNext)
	case *ast.FuncLit:
		return p.contains(fn.Body, p.isNext)
	}
	return false
}
