package origin

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// write is one place that gives a variable or field a value.
type write struct {
	value  ast.Expr      // what is assigned; nil for the zero value
	result int           // which result of value, where value is a call that yields several
	elem   bool          // value is a container, the variable one of its elements
	into   bool          // the variable is a container, value one of its elements
	join   bool          // the value is appended to what was there
	call   *ast.CallExpr // the variable is written through a pointer handed to this call, as argument arg
	arg    int
	pos    token.Pos
	lit    *ast.CompositeLit // the literal that sets the field
	base   ast.Expr          // x of an assignment to x.f
	decl   ast.Node          // the name of a variable that is declared without a value
}

// write records that the place l gets a value: a variable, a field, an element of either or what a pointer points to.
func (x *Index) write(l ast.Expr, w write) {
	switch l := l.(type) {
	case *ast.Ident:
		if v, ok := x.info.ObjectOf(l).(*types.Var); ok {
			x.writes[v.Origin()] = append(x.writes[v.Origin()], w)
		}
	case *ast.SelectorExpr:
		if v, ok := x.info.ObjectOf(l.Sel).(*types.Var); ok {
			w.base = l.X
			x.Stores = append(x.Stores, Store{Base: l.X, Field: v.Origin(), Value: w.value, Pos: w.pos})
			x.writes[v.Origin()] = append(x.writes[v.Origin()], w)
		}
	case *ast.IndexExpr:
		w.into = true
		x.Stores = append(x.Stores, Store{Base: l.X, Key: l.Index, Value: w.value, Pos: w.pos})
		x.write(l.X, w)
	case *ast.SliceExpr:
		x.write(l.X, w)
	case *ast.ParenExpr:
		x.write(l.X, w)
	case *ast.StarExpr:
		x.write(l.X, w)
	case *ast.UnaryExpr:
		x.write(l.X, w)
	case *ast.TypeAssertExpr:
		x.write(l.X, w)
	}
}

// gen records constants and the initial values of variables.
func (x *Index) gen(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		s, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, name := range s.Names {
			obj := x.info.Defs[name]
			if c, ok := obj.(*types.Const); ok {
				if i < len(s.Values) {
					x.consts[c] = s.Values[i]
				}
				continue
			}
			v, ok := obj.(*types.Var)
			if !ok {
				continue
			}
			if doc := d.Doc; embedded(doc) || embedded(s.Doc) {
				x.embeds[v] = s
			}
			w := write{pos: s.Pos()}
			if len(s.Values) > 0 {
				w.value, w.result = nth(s.Values, i)
			} else {
				w.decl = name
			}
			x.writes[v] = append(x.writes[v], w)
		}
	}
}

// nth returns the expression and result index that give the i-th of several names its value.
func nth(values []ast.Expr, i int) (ast.Expr, int) {
	if len(values) == 1 {
		return values[0], i
	}
	return values[i], 0
}

func (x *Index) assign(n *ast.AssignStmt) {
	for i, l := range n.Lhs {
		if id, ok := l.(*ast.Ident); ok && n.Tok == token.ASSIGN {
			x.targets = append(x.targets, id)
		}
		w := write{pos: n.Pos(), join: n.Tok == token.ADD_ASSIGN}
		w.value, w.result = nth(n.Rhs, i)
		x.write(l, w)
	}
}

// call records callers, and the arguments that a call writes through.
func (x *Index) call(n *ast.CallExpr) {
	x.Calls = append(x.Calls, n)
	if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && id.Name == "copy" && len(n.Args) == 2 && x.info.Types[n.Fun].IsBuiltin() {
		x.write(n.Args[0], write{value: n.Args[1], pos: n.Pos()})
		return
	}
	fn, _ := typeutil.Callee(x.info, n).(*types.Func)
	if fn == nil {
		return
	}
	fn = fn.Origin()
	x.calls[fn] = append(x.calls[fn], n)
	sig := model.Of(fn, "")
	for i, a := range n.Args {
		w := write{call: n, arg: i, pos: n.Pos()}
		out := sig != nil && (sig.Arg(i).Source() || sig.Arg(i) == model.Filled)
		u, addr := ast.Unparen(a).(*ast.UnaryExpr)
		if addr = addr && u.Op == token.AND; addr {
			if _, lit := ast.Unparen(u.X).(*ast.CompositeLit); lit {
				continue
			}
		}
		if out || addr && sig == nil {
			x.write(a, w)
		}
		if out || addr {
			x.fills = append(x.fills, w)
		}
	}
}

// literal records the fields that a struct literal sets.
func (x *Index) literal(n *ast.CompositeLit) {
	x.Literals = append(x.Literals, n)
	st := structOf(x.info.TypeOf(n))
	if st == nil {
		return
	}
	for i, e := range n.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				if v, ok := x.info.ObjectOf(id).(*types.Var); ok {
					x.writes[v.Origin()] = append(x.writes[v.Origin()], write{value: kv.Value, pos: kv.Pos(), lit: n})
				}
			}
		} else if i < st.NumFields() {
			v := st.Field(i).Origin()
			x.writes[v] = append(x.writes[v], write{value: e, pos: e.Pos(), lit: n})
		}
	}
}

// structOf returns the struct under t or under what t points to, nil when there is none.
func structOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, _ := t.Underlying().(*types.Struct)
	return st
}

func pointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}
