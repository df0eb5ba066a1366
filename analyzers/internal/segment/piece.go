package segment

// This file knows the other ways to take a token apart at its dots:
//
//	_, rest, ok := strings.Cut(token, ".")  // whole(rest), after one dot
//	body, _, ok := strings.Cut(rest, ".")   // the claims
//
//	i, j := strings.Index(token, "."), strings.LastIndex(token, ".")
//	body := token[i+1 : j]                  // the claims
//
//	for part := range strings.SplitSeq(token, ".") {
//		if i == 1 { ... }                   // the claims

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// cut is a text that stands before or after the first dot of another.
type cut struct {
	call *ast.CallExpr
	of   ast.Expr
	role model.Role // Before or After
}

// cutOf returns how an expression was cut from another at a dot; ok is false where it was not.
func (p *Reader) cutOf(e ast.Expr) (c cut, ok bool) {
	for _, w := range p.writes(e) {
		call, isCall := w.Value.(*ast.CallExpr)
		if !isCall {
			continue
		}
		sig := model.Of(p.Index.Callee(call), "")
		if sig == nil || sig.Result(0) != model.Before || !p.isDot(call, sig) {
			continue
		}
		if from := syntax.Args(call, sig, model.From); len(from) == 1 {
			return cut{call, from[0], sig.Result(w.Result)}, true
		}
	}
	return cut{}, false
}

// writes returns what gives a local variable its value, nothing for other expressions.
func (p *Reader) writes(e ast.Expr) []syntax.Write {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := p.Index.Info.ObjectOf(id).(*types.Var)
	if !ok {
		return nil
	}
	return p.Index.Writes[v]
}

// isDot reports whether a call takes a text apart at dots, or looks for one.
func (p *Reader) isDot(call *ast.CallExpr, sig *model.Sig) bool {
	between := syntax.Args(call, sig, model.Between)
	return len(between) == 1 &&
		(p.Index.Text(between[0]) == "." || p.Index.Int(between[0]) == '.')
}

// cutPayload returns the text of which an expression is what stands between its first two dots, nil
// where it is none.
func (p *Reader) cutPayload(e ast.Expr) ast.Expr {
	c, ok := p.cutOf(e)
	if !ok || c.role != model.Before {
		return nil
	}
	first, ok := p.cutOf(c.of)
	if !ok || first.role != model.After || p.keepsAfter(c.call) {
		return nil
	}
	return first.of
}

// keepsAfter reports whether what stands after the dot gets a name: it is the signature then.
func (p *Reader) keepsAfter(call *ast.CallExpr) bool {
	a, ok := p.Index.Outer(call).(*ast.AssignStmt)
	if !ok || len(a.Lhs) < 2 {
		return true
	}
	id, ok := a.Lhs[1].(*ast.Ident)
	return !ok || id.Name != "_"
}

// slicedPayload returns the text of which a slice is what stands between two dots, nil for other
// slices, and for those of a text of which the last part is sliced too.
func (p *Reader) slicedPayload(e *ast.SliceExpr) ast.Expr {
	if !p.afterDot(e.Low) || e.High == nil || !p.atDot(e.High) {
		return nil
	}
	same, fn := types.ExprString(e.X), p.Index.FuncAt(e.Pos())
	if slices.ContainsFunc(p.Index.Forward().Slices, func(s *ast.SliceExpr) bool {
		return s.High == nil && p.afterDot(s.Low) && types.ExprString(s.X) == same &&
			p.Index.FuncAt(s.Pos()) == fn
	}) {
		return nil
	}
	return e.X
}

// atDot reports whether a number is where a dot stands in a text.
func (p *Reader) atDot(e ast.Expr) bool {
	is := func(e ast.Expr) bool {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		sig := model.Of(p.Index.Callee(call), "")
		return sig != nil && sig.Result(0) == model.None && p.isDot(call, sig)
	}
	return is(e) || slices.ContainsFunc(p.writes(e), func(w syntax.Write) bool {
		return w.Value != nil && is(w.Value)
	})
}

// afterDot reports whether a number is where a text goes on after a dot.
func (p *Reader) afterDot(e ast.Expr) bool {
	sum, ok := e.(*ast.BinaryExpr)
	return ok && sum.Op == token.ADD && p.Index.Int(sum.Y) == 1 && p.atDot(sum.X)
}

// secondOf returns the text of which an expression is the second piece in a loop over its pieces
// between dots, nil where it is none: something around it says that one has been counted.
func (p *Reader) secondOf(e ast.Expr) ast.Expr {
	for _, w := range p.writes(e) {
		if !w.Elem {
			continue
		}
		if of := p.dotted(w.Value); of != nil && p.counted(e, 1) && !p.counts(w.Value, 2) {
			return of
		}
	}
	return nil
}

// counted reports whether a condition or case around an expression says that something is n.
func (p *Reader) counted(e ast.Expr, n int64) bool {
	for at := p.Index.Outer(e); at != nil; at = p.Index.Outer(at) {
		switch at := at.(type) {
		case *ast.IfStmt:
			if p.says(at.Cond, n) {
				return true
			}
		case *ast.CaseClause:
			if slices.ContainsFunc(at.List, func(e ast.Expr) bool { return p.Index.Int(e) == n }) {
				return true
			}
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
	}
	return false
}

// counts reports whether something in a loop over a value says that it is at the n-th element.
func (p *Reader) counts(over ast.Expr, n int64) (found bool) {
	loop, ok := p.Index.Outer(over).(*ast.RangeStmt)
	if !ok {
		return true
	}
	ast.Inspect(loop.Body, func(at ast.Node) bool {
		switch at := at.(type) {
		case *ast.BinaryExpr:
			found = found || p.says(at, n)
		case *ast.CaseClause:
			found = found ||
				slices.ContainsFunc(at.List, func(e ast.Expr) bool { return p.Index.Int(e) == n })
		}
		return !found
	})
	return found
}

// says reports whether a condition is that something equals n.
func (p *Reader) says(cond ast.Expr, n int64) bool {
	b, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	return ok && b.Op == token.EQL && (p.Index.Int(b.X) == n || p.Index.Int(b.Y) == n)
}
