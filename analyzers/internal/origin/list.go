package origin

// This file finds the elements of lists:
//
//	opts := []jwt.ParserOption{jwt.WithLeeway(leeway)}
//	if strict {
//		opts = append(opts, jwt.WithIssuer(issuer))
//	}
//	jwt.NewParser(opts...)   // Items: both calls

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// Items returns the elements of a list: of the literals that it can be, and what is appended to
// them. all is false when there may be others.
func (t *Tracer) Items(e ast.Expr) (items []ast.Expr, all bool) {
	l := &lister{Tracer: t, seen: map[ast.Expr]bool{}, all: true}
	l.list(e)
	return l.items, l.all
}

// lister collects the elements of one list; seen ends circles, as in opts = append(opts, o).
type lister struct {
	*Tracer
	seen  map[ast.Expr]bool
	items []ast.Expr
	all   bool
}

// list adds the elements of the list that e is.
func (l *lister) list(e ast.Expr) {
	e = ast.Unparen(e)
	if l.seen[e] || l.info.Types[e].IsNil() {
		return
	}
	l.seen[e] = true
	switch e := e.(type) {
	case *ast.CompositeLit:
		for _, el := range e.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			l.items = append(l.items, el)
		}
	case *ast.CallExpr:
		l.call(e)
	case *ast.Ident, *ast.SelectorExpr:
		l.name(e)
	default:
		l.all = false
	}
}

// spread adds the arguments of a variadic call from an index on: f(a, b) or f(list...).
func (l *lister) spread(e *ast.CallExpr, from int) {
	switch {
	case from >= len(e.Args):
	case e.Ellipsis.IsValid():
		l.list(e.Args[from])
	default:
		l.items = append(l.items, e.Args[from:]...)
	}
}

// call adds the elements of the list that a call returns: append, a conversion, or a function of
// this package by its first result.
func (l *lister) call(e *ast.CallExpr) {
	if tv := l.info.Types[e.Fun]; tv.IsBuiltin() {
		if id, ok := ast.Unparen(e.Fun).(*ast.Ident); ok && id.Name == "append" {
			l.list(e.Args[0])
			l.spread(e, 1)
		}
		return
	} else if tv.IsType() && len(e.Args) == 1 {
		l.list(e.Args[0])
		return
	}
	_, obj := l.index.Row(e)
	fn, _ := obj.(*types.Func)
	if fn == nil || l.index.Decls[fn] == nil {
		l.all = false
		return
	}
	for _, r := range l.index.Returns[l.index.Decls[fn]] {
		if len(r.Results) > 0 {
			l.list(r.Results[0])
		}
	}
}

// name adds what a variable or field is given.
func (l *lister) name(e ast.Expr) {
	v, values, entry := l.Values(e)
	if v == nil {
		l.all = false
		return
	}
	for _, x := range values {
		l.list(x)
	}
	p := l.index.Params[v]
	switch {
	case p.Func != nil && entry:
		l.param(v, p)
	case len(values) == 0 && !l.declared(v):
		l.all = false
	}
	for _, w := range l.index.Writes[v] {
		l.all = l.all && w.Call == nil
		if w.Into && w.Value != nil {
			l.items = append(l.items, w.Value)
		}
	}
}

// declared reports whether a variable is declared without a value, which is an empty list.
func (l *lister) declared(v *types.Var) bool {
	for _, w := range l.index.Writes[v] {
		if w.Decl != nil {
			return true
		}
	}
	return false
}

// param adds what the callers in this package give a parameter.
func (l *lister) param(v *types.Var, p syntax.Param) {
	callers := l.Callers(p.Func)
	if p.Index < 0 || len(callers) == 0 {
		l.all = false
		return
	}
	for _, c := range callers {
		sig, ok := l.info.TypeOf(c.Fun).Underlying().(*types.Signature)
		switch {
		case !ok:
			l.all = false
		case sig.Variadic() && p.Index == sig.Params().Len()-1:
			l.spread(c, p.Index)
		case p.Index < len(c.Args):
			l.list(c.Args[p.Index])
		}
	}
}

// Elements returns the elements of a list that is written out, or the expression itself.
func (t *Tracer) Elements(e ast.Expr) []ast.Expr {
	if _, list := t.info.TypeOf(e).Underlying().(*types.Slice); !list {
		return []ast.Expr{e}
	}
	var out []ast.Expr
	for _, o := range t.Trace(e).Origins {
		if lit, ok := o.At.(*ast.CompositeLit); ok {
			out = append(out, lit.Elts...)
		}
	}
	return out
}
