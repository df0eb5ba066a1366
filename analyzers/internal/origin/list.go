package origin

import (
	"go/ast"
	"go/types"
)

// Items returns the elements of a list: of the literals that it can be, and what is appended to them. all is false when
// there may be others.
func (t *Tracer) Items(e ast.Expr) (items []ast.Expr, all bool) {
	l := &lister{Tracer: t, seen: map[ast.Expr]bool{}, all: true}
	l.list(e)
	return l.items, l.all
}

// lister collects the elements of one list; seen cuts circles.
type lister struct {
	*Tracer
	seen  map[ast.Expr]bool
	items []ast.Expr
	all   bool
}

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

// spread adds the last arguments of a call that takes any number of them.
func (l *lister) spread(e *ast.CallExpr, from int) {
	switch {
	case from >= len(e.Args):
	case e.Ellipsis.IsValid():
		l.list(e.Args[from])
	default:
		l.items = append(l.items, e.Args[from:]...)
	}
}

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
	_, obj := l.row(e)
	fn, _ := obj.(*types.Func)
	if fn == nil || l.decls[fn] == nil {
		l.all = false
		return
	}
	for _, r := range l.returns[l.decls[fn]] {
		if len(r.Results) > 0 {
			l.list(r.Results[0])
		}
	}
}

// name adds what a variable or field is given.
func (l *lister) name(e ast.Expr) {
	v, values, entry := l.values(e)
	if v == nil {
		l.all = false
		return
	}
	for _, x := range values {
		l.list(x)
	}
	p := l.params[v]
	switch {
	case p.fn != nil && entry:
		l.param(v, p)
	case len(values) == 0 && !l.declared(v):
		l.all = false
	}
	for _, w := range l.writes[v] {
		l.all = l.all && w.call == nil
		if w.into && w.value != nil {
			l.items = append(l.items, w.value)
		}
	}
}

// declared reports whether a variable is declared without a value, which is an empty list.
func (l *lister) declared(v *types.Var) bool {
	for _, w := range l.writes[v] {
		if w.decl != nil {
			return true
		}
	}
	return false
}

// param adds what the callers in this package give a parameter.
func (l *lister) param(v *types.Var, p param) {
	callers := l.callers(p.fn)
	if p.index < 0 || len(callers) == 0 {
		l.all = false
		return
	}
	for _, c := range callers {
		sig, ok := l.info.TypeOf(c.Fun).Underlying().(*types.Signature)
		switch {
		case !ok:
			l.all = false
		case sig.Variadic() && p.index == sig.Params().Len()-1:
			l.spread(c, p.index)
		case p.index < len(c.Args):
			l.list(c.Args[p.index])
		}
	}
}
