package syntax

// This file records every place that gives a variable or field a value:
//
//	k := os.Getenv("A")            // Value, Pos
//	cfg.Key = k                    // Base cfg
//	claims["exp"] = exp            // Into, as keys <- k
//	for _, k := range keys {}      // Elem
//	json.Unmarshal(data, &cfg)     // Call, Arg 1
//	Config{Key: k}                 // Lit

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// embedded reports whether a declaration's comment holds a //go:embed directive.
func embedded(doc *ast.CommentGroup) bool { return len(EmbedPatterns(doc)) > 0 }

// Write is one place that gives a variable or field a value. Whether it is a declaration, an
// assignment, a literal or a call, Pos is where control does it.
type Write struct {
	Value  ast.Expr      // what is assigned; nil for the zero value
	Result int           // index into the results of Value, where it is a call that returns several
	Elem   bool          // Value is a container, the variable is set to one of its elements
	Key    ast.Expr      // Elem: the variable that is set to its key, nil for none
	Into   bool          // the variable is a container, one of its elements is set to Value
	Join   bool          // Value is added to what was there: x += v
	Call   *ast.CallExpr // the variable is written through argument Arg of this call
	Arg    int
	Pos    token.Pos
	Lit    *ast.CompositeLit // the literal that sets the field
	Base   ast.Expr          // x of an assignment to x.f
	Decl   ast.Node          // the name of a variable that is declared without a value
}

// write records that the place l gets a value: a variable, a field, an element of either or what
// a pointer points to.
func (x *builder) write(l ast.Expr, w Write) {
	switch l := l.(type) {
	case *ast.Ident:
		if v, ok := x.Info.ObjectOf(l).(*types.Var); ok {
			x.Writes[v.Origin()] = append(x.Writes[v.Origin()], w)
		}
	case *ast.SelectorExpr:
		if v, ok := x.Info.ObjectOf(l.Sel).(*types.Var); ok {
			w.Base = l.X
			x.Stores = append(x.Stores, Store{Base: l.X, Field: v.Origin(), Value: w.Value})
			x.Writes[v.Origin()] = append(x.Writes[v.Origin()], w)
		}
	case *ast.IndexExpr:
		w.Into = true
		x.Stores = append(x.Stores, Store{Base: l.X, Key: l.Index, Value: w.Value})
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
func (x *builder) gen(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		s, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		for i, name := range s.Names {
			obj := x.Info.Defs[name]
			if c, ok := obj.(*types.Const); ok {
				if i < len(s.Values) {
					x.Consts[c] = s.Values[i]
				}
				continue
			}
			v, ok := obj.(*types.Var)
			if !ok {
				continue
			}
			if doc := d.Doc; embedded(doc) || embedded(s.Doc) {
				x.Embeds[v] = s
			}
			w := Write{Pos: s.Pos()}
			if len(s.Values) > 0 {
				w.Value, w.Result = nth(s.Values, i)
			} else {
				w.Decl = name
			}
			x.Writes[v] = append(x.Writes[v], w)
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

// assign records an assignment or short declaration, value by value.
func (x *builder) assign(n *ast.AssignStmt) {
	for i, l := range n.Lhs {
		if id, ok := l.(*ast.Ident); ok && n.Tok == token.ASSIGN {
			x.Targets = append(x.Targets, id)
		}
		w := Write{Pos: n.Pos(), Join: n.Tok == token.ADD_ASSIGN}
		w.Value, w.Result = nth(n.Rhs, i)
		x.write(l, w)
	}
}

// call records callers, and the arguments that a call writes through.
func (x *builder) call(n *ast.CallExpr) {
	x.Calls = append(x.Calls, n)
	if id, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && id.Name == "copy" && len(n.Args) == 2 &&
		x.Info.Types[n.Fun].IsBuiltin() {
		x.write(n.Args[0], Write{Value: n.Args[1], Pos: n.Pos()})
		return
	}
	sig, obj := x.Row(n)
	fn, _ := obj.(*types.Func)
	if fn == nil {
		for _, a := range n.Args {
			x.keep(a)
		}
		return
	}
	x.CallsOf[fn] = append(x.CallsOf[fn], n)
	for i, a := range n.Args {
		w := Write{Call: n, Arg: i, Pos: n.Pos()}
		// The model knows which arguments its functions fill. Any other function may fill what it
		// gets the address of, unless that is a literal made for it.
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
			x.Fills = append(x.Fills, w)
		}
	}
}

// keep records the variable or field whose address something keeps. Who writes it then is not
// known, as it is for what a call of a function gets the address of.
//
//	for _, f := range []field{{"JWT_KEY", &cfg.key}} { // keeps cfg.key
//		*f.to = os.Getenv(f.name)
//	}
func (x *builder) keep(e ast.Expr) {
	u, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || u.Op != token.AND {
		return
	}
	if v, ok := x.Used(u.X).(*types.Var); ok {
		x.Kept[v.Origin()] = true
	}
}

// literal records the fields that a struct literal sets.
func (x *builder) literal(n *ast.CompositeLit) {
	x.Literals = append(x.Literals, n)
	st := typing.StructOf(x.Info.TypeOf(n))
	if st == nil {
		return
	}
	for i, e := range n.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				if v, ok := x.Info.ObjectOf(id).(*types.Var); ok {
					x.Writes[v.Origin()] = append(
						x.Writes[v.Origin()],
						Write{Value: kv.Value, Pos: kv.Pos(), Lit: n},
					)
				}
			}
		} else if i < st.NumFields() {
			v := st.Field(i).Origin()
			x.Writes[v] = append(x.Writes[v], Write{Value: e, Pos: e.Pos(), Lit: n})
		}
	}
}
