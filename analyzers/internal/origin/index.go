package origin

import (
	"go/ast"
	"go/token"
	"go/types"
	"sort"
	"strings"

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
}

// Index holds what one pass over the syntax of a package finds: who writes, returns and calls what.
type Index struct {
	info    *types.Info
	writes  map[*types.Var][]write
	calls   map[*types.Func][]*ast.CallExpr
	decls   map[*types.Func]*ast.FuncDecl
	consts  map[types.Object]ast.Expr
	params  map[*types.Var]param
	returns map[ast.Node][]*ast.ReturnStmt
	funcs   []ast.Node // every *ast.FuncDecl and *ast.FuncLit by position
	tests   []*ast.BinaryExpr
	cases   []*ast.SwitchStmt
	fills   []write // calls that get a pointer to a struct
	embeds  map[*types.Var]*ast.ValueSpec

	Stores   []Store
	Calls    []*ast.CallExpr
	Literals []*ast.CompositeLit
	Structs  []*ast.StructType
}

// Store is an assignment to a field or an element of something.
type Store struct {
	Base  ast.Expr   // x in x.f = v and x[k] = v
	Field *types.Var // f, nil for an element
	Key   ast.Expr   // k, nil for a field
	Value ast.Expr
	Pos   token.Pos
}

// param says which parameter of which function a variable is; index -1 is the receiver.
type param struct {
	fn    ast.Node
	index int
}

// NewIndex reads the files once.
func NewIndex(info *types.Info, files []*ast.File) *Index {
	x := &Index{
		info: info, writes: map[*types.Var][]write{}, calls: map[*types.Func][]*ast.CallExpr{},
		decls: map[*types.Func]*ast.FuncDecl{}, consts: map[types.Object]ast.Expr{}, params: map[*types.Var]param{},
		returns: map[ast.Node][]*ast.ReturnStmt{}, embeds: map[*types.Var]*ast.ValueSpec{},
	}
	for _, f := range files {
		var open []ast.Node // enclosing nodes
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil {
				open = open[:len(open)-1]
				return true
			}
			x.node(n, open)
			open = append(open, n)
			return true
		})
	}
	sort.Slice(x.funcs, func(i, j int) bool { return x.funcs[i].Pos() < x.funcs[j].Pos() })
	return x
}

func (x *Index) node(n ast.Node, open []ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		x.funcs = append(x.funcs, n)
		if f, ok := x.info.Defs[n.Name].(*types.Func); ok {
			x.decls[f] = n
		}
		x.signature(n, n.Recv, n.Type)
	case *ast.FuncLit:
		x.funcs = append(x.funcs, n)
		x.signature(n, nil, n.Type)
	case *ast.ReturnStmt:
		if fn := enclosing(open); fn != nil {
			x.returns[fn] = append(x.returns[fn], n)
		}
	case *ast.GenDecl:
		x.gen(n)
	case *ast.AssignStmt:
		x.assign(n)
	case *ast.RangeStmt:
		if n.Value != nil {
			x.write(n.Value, write{value: n.X, elem: true, pos: n.Value.Pos()})
		}
	case *ast.CallExpr:
		x.call(n)
	case *ast.CompositeLit:
		x.literal(n)
	case *ast.StructType:
		x.Structs = append(x.Structs, n)
	case *ast.BinaryExpr:
		switch n.Op {
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			x.tests = append(x.tests, n)
		}
	case *ast.SwitchStmt:
		x.cases = append(x.cases, n)
	}
}

// enclosing returns the innermost function among the open nodes.
func enclosing(open []ast.Node) ast.Node {
	for i := len(open) - 1; i >= 0; i-- {
		switch open[i].(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return open[i]
		}
	}
	return nil
}

func (x *Index) signature(fn ast.Node, recv *ast.FieldList, typ *ast.FuncType) {
	if recv != nil {
		x.fields(fn, recv, -1)
	}
	x.fields(fn, typ.Params, 0)
}

func (x *Index) fields(fn ast.Node, list *ast.FieldList, i int) {
	for _, f := range list.List {
		for _, name := range f.Names {
			if v, ok := x.info.Defs[name].(*types.Var); ok {
				x.params[v] = param{fn, i}
			}
			i++
		}
		if len(f.Names) == 0 {
			i++
		}
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
		w := write{pos: n.Pos(), join: n.Tok == token.ADD_ASSIGN}
		w.value, w.result = nth(n.Rhs, i)
		x.write(l, w)
	}
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

// FuncAt returns the innermost function that holds pos, nil at package level.
func (x *Index) FuncAt(pos token.Pos) ast.Node {
	i := sort.Search(len(x.funcs), func(i int) bool { return x.funcs[i].Pos() > pos })
	for i--; i >= 0; i-- {
		if x.funcs[i].End() > pos {
			return x.funcs[i]
		}
	}
	return nil
}

// body returns the statements of a function, nil for one that is declared without.
func body(fn ast.Node) *ast.BlockStmt {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Body
	case *ast.FuncLit:
		return fn.Body
	}
	return nil
}

// embedded reports whether a declaration's comment holds a //go:embed directive.
func embedded(doc *ast.CommentGroup) bool { return len(embedPatterns(doc)) > 0 }

// embedPatterns returns the patterns of the //go:embed directives of a comment.
func embedPatterns(doc *ast.CommentGroup) []string {
	var out []string
	if doc == nil {
		return nil
	}
	for _, c := range doc.List {
		if rest, ok := strings.CutPrefix(c.Text, "//go:embed "); ok {
			out = append(out, strings.Fields(rest)...)
		}
	}
	return out
}

// Assignments calls f for every assignment to a variable or field of another package; owner is the type that declares
// the field.
func (t *Tracer) Assignments(f func(v *types.Var, owner string, value ast.Expr)) {
	for v, writes := range t.writes {
		if v.Pkg() == t.pass.Pkg {
			continue
		}
		for _, w := range writes {
			if w.value == nil || w.lit != nil || w.into {
				continue
			}
			f(v, t.ownerOf(w), w.value)
		}
	}
}

// ownerOf returns the name of the type whose field a write sets, "" for variables.
func (t *Tracer) ownerOf(w write) string {
	if w.base == nil {
		return ""
	}
	typ := t.info.TypeOf(w.base)
	if p, ok := types.Unalias(typ).(*types.Pointer); ok {
		typ = p.Elem()
	}
	if n, ok := types.Unalias(typ).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// Owner returns the function whose parameter v is, nil when it is none.
func (x *Index) Owner(v *types.Var) ast.Node { return x.params[v].fn }

// NamesOf returns the names of the variables and fields that are assigned the value e.
func (x *Index) NamesOf(e ast.Expr) []string {
	var out []string
	for v, writes := range x.writes {
		for _, w := range writes {
			if w.value == e && w.result == 0 {
				out = append(out, v.Name())
			}
		}
	}
	sort.Strings(out)
	return out
}
