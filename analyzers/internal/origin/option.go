package origin

// This file knows which options come to nothing because a later one sets the same field:
//
//	func WithTTL(d time.Duration) Option { return func(s *Signer) { s.ttl = d } }
//	func Defaults() Option { return func(s *Signer) { s.ttl = 720 * time.Hour } }
//	NewSigner(Defaults(), WithTTL(time.Minute))   // ttl is a minute

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// effective returns the writes of a field without those of options that are always overridden.
// Where there are many, all of them count.
func (t *Tracer) effective(writes []syntax.Write) []syntax.Write {
	if len(writes) < 2 || len(writes) > many {
		return writes
	}
	makers := map[ast.Node]bool{} // the functions whose options set the field
	for _, w := range writes {
		if d := optionMaker(t, w); d != nil {
			makers[d] = true
		}
	}
	if len(makers) < 2 {
		return writes
	}
	return slices.DeleteFunc(slices.Clone(writes), func(w syntax.Write) bool {
		d := optionMaker(t, w)
		return d != nil && alwaysBefore(t, d, makers)
	})
}

// optionMaker returns the function that returns the function literal of a write, nil for none.
func optionMaker(t *Tracer, w syntax.Write) *ast.FuncDecl {
	lit, ok := t.index.FuncAt(w.Pos).(*ast.FuncLit)
	if !ok {
		return nil
	}
	d, ok := t.index.FuncAt(lit.Pos() - 1).(*ast.FuncDecl)
	if !ok || !slices.ContainsFunc(t.index.Returns[d], func(r *ast.ReturnStmt) bool {
		return len(r.Results) == 1 && ast.Unparen(r.Results[0]) == lit
	}) {
		return nil
	}
	return d
}

// alwaysBefore reports whether each call of a function is an argument, and a call of another of the
// makers a later argument of the same call.
func alwaysBefore(t *Tracer, d *ast.FuncDecl, makers map[ast.Node]bool) bool {
	callers := t.Callers(d)
	return len(callers) > 0 && !slices.ContainsFunc(callers, func(c *ast.CallExpr) bool {
		outer, ok := t.index.Outer(c).(*ast.CallExpr)
		if !ok {
			return true
		}
		at := slices.Index(outer.Args, ast.Expr(c))
		return at < 0 || !slices.ContainsFunc(outer.Args[at+1:], func(e ast.Expr) bool {
			later, ok := ast.Unparen(e).(*ast.CallExpr)
			if !ok {
				return false
			}
			fn, ok := t.index.Callee(later).(*types.Func)
			return ok && t.index.Decls[fn] != d && makers[t.index.Decls[fn]]
		})
	})
}
