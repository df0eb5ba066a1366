package sinks

// This file knows loggers that a package builds itself, on whatever they write to:
//
//	func (l *Logger) Debugf(f string, v ...any) { l.put(Debug, fmt.Sprintf(f, v...)) } // prints
//	func (l *Logger) Info(v ...any)             { l.print(Info, v) }                   // prints
//	func (l *Logger) print(at Level, v []any)   { fmt.Fprintln(l.out, v...) }
//	func (l *Logger) Warn(v ...any)             { l.put(Warn, hide(fmt.Sprint(v...))) } // changed

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// addLoggers adds what callers hand to the methods of loggers that the package builds itself.
func (s *collector) addLoggers() {
	scope := s.Pkg.Scope()
	for _, name := range scope.Names() {
		t, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || t.IsAlias() {
			continue
		}
		named, ok := t.Type().(*types.Named)
		if !ok {
			continue
		}
		for _, fn := range model.LevelMethods(named) {
			params := fn.Signature().Params()
			list := params.At(params.Len() - 1)
			if s.Index.Decls[fn] != nil && s.prints(list, map[*types.Var]bool{}) {
				for v := range params.Variables() {
					if v == list || typing.IsString(v.Type()) {
						s.relay(v, Sink{To: model.Logged})
					}
				}
			}
		}
	}
}

// prints reports whether a function makes a text of what it gets through a parameter, a list, and
// hands that on as it is, or hands the list to one that does.
func (s *collector) prints(list *types.Var, seen map[*types.Var]bool) bool {
	seen[list] = true
	return slices.ContainsFunc(s.Index.Mentions(list), func(id *ast.Ident) bool {
		c, ok := s.Index.Outer(id).(*ast.CallExpr)
		if !ok {
			return false
		}
		i := slices.IndexFunc(c.Args, func(e ast.Expr) bool { return ast.Unparen(e) == id })
		if i < 0 {
			return false
		}
		sig, obj := s.Index.Row(c)
		if sig != nil {
			return sig.Verb == model.Pass && !s.changed(c) || sig.Arg(i) == model.Written
		}
		fn, _ := obj.(*types.Func)
		d := s.Index.Decls[fn]
		if d == nil {
			return false
		}
		v := s.Index.Param(d, i)
		return v != nil && takesAny(v.Type()) && !seen[v] && s.prints(v, seen)
	})
}

// changed reports whether a text that is made where an expression stands may be another one before
// it leaves the function: it is returned, or handed to a function that returns a text.
func (s *collector) changed(e ast.Expr) bool {
	for {
		switch o := s.Index.Outer(e).(type) {
		case *ast.BinaryExpr, *ast.UnaryExpr, *ast.KeyValueExpr, *ast.CompositeLit:
			e = o.(ast.Expr)
		case *ast.CallExpr:
			if sig, _ := s.Index.Row(o); sig == nil || sig.Verb != model.Pass {
				return s.makesText(o)
			}
			e = o
		case *ast.AssignStmt:
			return s.changesAny(o.Lhs)
		case *ast.ReturnStmt:
			return true
		default:
			return false
		}
	}
}

// changesAny reports whether one of the variables is handed to a function that returns a text.
func (s *collector) changesAny(vars []ast.Expr) bool {
	return slices.ContainsFunc(vars, func(e ast.Expr) bool {
		v := s.Index.Used(e)
		return v == nil || slices.ContainsFunc(s.Index.Mentions(v), func(id *ast.Ident) bool {
			c, ok := s.Index.Outer(id).(*ast.CallExpr)
			return ok && s.makesText(c)
		})
	})
}

// makesText reports whether a call of a function that the model does not know returns a text.
func (s *collector) makesText(c *ast.CallExpr) bool {
	sig, _ := s.Index.Row(c)
	t := s.Info.TypeOf(c)
	return sig == nil && t != nil && typing.IsText(t) && !s.Info.Types[c.Fun].IsType()
}
