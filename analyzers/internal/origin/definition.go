package origin

// This file finds the expressions that give a name its value, one step back:
//
//	query := "SELECT id"
//	query = query + where
//	db.Query(query)        // Definitions: query + where

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Definitions returns the expressions that give a variable, field or parameter its value at a
// use. For a parameter these are what the callers in this package write.
func (t *Tracer) Definitions(e ast.Expr) []ast.Expr {
	v, out, entry := t.Values(e)
	if p := t.index.Params[v]; v != nil && p.Func != nil && entry && p.Index >= 0 {
		for _, c := range t.Callers(p.Func) {
			if p.Index < len(c.Args) {
				out = append(out, c.Args[p.Index])
			}
		}
	}
	return out
}

// Values returns the variable or field that an expression names, and the expressions that are
// assigned to it before a use; entry is true when a parameter can still have the value that it
// was called with.
func (t *Tracer) Values(e ast.Expr) (v *types.Var, out []ast.Expr, entry bool) {
	var obj types.Object
	switch e := e.(type) {
	case *ast.Ident:
		obj = t.info.ObjectOf(e)
	case *ast.SelectorExpr:
		obj = t.info.ObjectOf(e.Sel)
	}
	v, ok := obj.(*types.Var)
	if !ok {
		return nil, nil, false
	}
	v = v.Origin()
	writes, entry := t.index.Writes[v], true
	if v.IsField() {
		writes = t.effective(writes)
	}
	if fn, ok := t.flow.Ordered(v, e.Pos(), writes); ok && !v.IsField() {
		whole := func(w syntax.Write) bool { return !w.Into && !w.Join }
		if last, reached, ok := t.flow.Reaching(fn, e.Pos(), writes, whole); ok {
			writes, entry = last, reached
		}
	}
	if len(writes) > many { // what many uses have in common is listed once
		if out, ok := t.values[v]; ok {
			return v, out, entry
		}
		writes = t.index.Writes[v]
		defer func() { t.values[v] = slices.Clip(out) }()
	}
	for _, w := range writes {
		if w.Value != nil && !w.Into && !w.Elem && !w.Join && w.Result == 0 {
			out = append(out, w.Value)
		}
	}
	return v, out, entry
}
