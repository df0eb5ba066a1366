package guards

// This file knows the tests that decide how a value is shown, not whether it is used:
//
//	func mask(s string) string {
//		if len(s) < 8 { return "***" }             // shows
//		return s[:4] + "***"
//	}
//	func strength(s string) string {
//		if len(s) < 16 { return "weak" }           // grades
//		return "good"
//	}
//	if len(key) > 8 { log.Print(key[:4], "...") }  // cuts
//	if key == "changeme" { log.Print("insecure") } // warns

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// shows reports whether a comparison tests a parameter of which its function returns a part as a
// text.
func (t *Guards) shows(b *ast.BinaryExpr, x ast.Expr) bool {
	fn, ok := t.textFunc(b)
	if !ok {
		return false
	}
	result := t.origin.Results(fn, 0)
	return slices.ContainsFunc(t.origin.Local(x).Origins, func(o *origin.Origin) bool {
		return o.Param != nil && slices.ContainsFunc(result.Origins, func(r *origin.Origin) bool {
			return r.Param == o.Param && r.Masked
		})
	})
}

// grades reports whether a test stands in a function that returns one of several constant texts.
// What its caller does with them is not known.
func (t *Guards) grades(test ast.Node) bool {
	fn, ok := t.textFunc(test)
	return ok && t.origin.Results(fn, 0).Only(origin.Const, origin.Nothing)
}

// textFunc returns the function around a test where its only result is a text.
func (t *Guards) textFunc(test ast.Node) (fn ast.Node, ok bool) {
	fn = t.index.FuncAt(test.Pos())
	sig := t.index.Signature(fn)
	return fn, sig != nil && sig.Results().Len() == 1 && typing.IsText(sig.Results().At(0).Type())
}

// cuts reports whether a comparison only keeps a part of x, which is logged, from reaching beyond
// its end.
func (t *Guards) cuts(b *ast.BinaryExpr, x ast.Expr, op token.Token) bool {
	if op != token.GTR && op != token.GEQ {
		return false
	}
	s := t.ifs()[b]
	return s != nil && s.Else == nil && t.logsPart(s.Body, t.variable(x))
}

// caps reports whether a comparison refuses what is too long: it says nothing of what is short.
//
//	if len(exponent) > 8 { return nil, errors.New("exponent is too large") }
func (t *Guards) caps(b *ast.BinaryExpr, op token.Token) bool {
	s := t.ifs()[b]
	if op != token.GTR && op != token.GEQ || s == nil || len(s.Body.List) == 0 {
		return false
	}
	switch last := s.Body.List[len(s.Body.List)-1].(type) {
	case *ast.ReturnStmt:
		if len(last.Results) == 0 {
			return false
		}
		tv := t.info.Types[last.Results[len(last.Results)-1]]
		return !tv.IsNil() && tv.Type != nil && types.Implements(tv.Type, typing.ErrorType)
	case *ast.ExprStmt:
		c, ok := last.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		fn, ok := t.index.Callee(c).(*types.Func)
		return ok && model.IsFatal(fn.Name()) || syntax.NameOf(c.Fun) == "panic"
	}
	return false
}

// warns reports whether a comparison is a condition under which a program does nothing but log, or
// note under a name, that it holds.
func (t *Guards) warns(b *ast.BinaryExpr) bool {
	s := t.ifs()[b]
	if s == nil || s.Else != nil || len(s.Body.List) == 0 {
		return false
	}
	logs := false
	for _, stmt := range s.Body.List {
		switch stmt := stmt.(type) {
		case *ast.ExprStmt:
			c, ok := stmt.X.(*ast.CallExpr)
			if !ok || !t.logs(c) {
				return false
			}
			logs = true
		case *ast.AssignStmt:
			if _, entry := stmt.Lhs[0].(*ast.IndexExpr); !entry {
				return false
			}
		default:
			return false
		}
	}
	return logs
}

// logs reports whether a call does nothing but write to a log. By the name of a level, a method that
// the model does not know may end the program.
func (t *Guards) logs(c *ast.CallExpr) bool {
	fn, ok := t.index.Callee(c).(*types.Func)
	return t.index.Verb(c) == model.Log || ok && !model.IsFatal(fn.Name()) &&
		(model.LoggerMethod(fn) != nil || model.LogsAnything(fn))
}

// ifs returns the statement for each comparison that stands in its condition.
func (t *Guards) ifs() map[*ast.BinaryExpr]*ast.IfStmt {
	if t.conds != nil {
		return t.conds
	}
	t.conds = make(map[*ast.BinaryExpr]*ast.IfStmt, len(t.index.Ifs))
	for _, s := range t.index.Ifs {
		ast.Inspect(s.Cond, func(n ast.Node) bool {
			if b, ok := n.(*ast.BinaryExpr); ok {
				t.conds[b] = s
			}
			_, lit := n.(*ast.FuncLit) // has conditions of its own
			return !lit
		})
	}
	return t.conds
}

// logsPart reports whether statements do nothing but log, a part of v among other things.
func (t *Guards) logsPart(body *ast.BlockStmt, v types.Object) bool {
	found := false
	for _, s := range body.List {
		e, ok := s.(*ast.ExprStmt)
		if !ok {
			return false
		}
		c, ok := e.X.(*ast.CallExpr)
		if !ok || t.index.Verb(c) != model.Log {
			return false
		}
		ast.Inspect(c, func(n ast.Node) bool {
			part, ok := n.(*ast.SliceExpr)
			found = found || ok && v != nil && t.variable(part.X) == v
			return true
		})
	}
	return found
}

// variable returns the variable or field that an expression names, nil for others.
func (t *Guards) variable(e ast.Expr) types.Object {
	v, ok := t.index.Used(e).(*types.Var)
	if !ok {
		return nil
	}
	return v
}
