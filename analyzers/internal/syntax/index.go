package syntax

import (
	"go/ast"
	"go/token"
	"go/types"
	"sort"
)

// Index holds what one pass over the syntax of a package finds: who writes, returns and calls what.
type Index struct {
	Info *types.Info
	Pkg  *types.Package

	files    []*ast.File
	second   *Forward
	tags     map[*types.Var]*ast.BasicLit
	Writes   map[*types.Var][]Write
	CallsOf  map[*types.Func][]*ast.CallExpr
	Decls    map[*types.Func]*ast.FuncDecl
	Consts   map[types.Object]ast.Expr
	Params   map[*types.Var]Param
	Returns  map[ast.Node][]*ast.ReturnStmt
	funcs    []ast.Node // every *ast.FuncDecl and *ast.FuncLit by position
	Tests    []*ast.BinaryExpr
	Switches []*ast.SwitchStmt
	Fills    []Write // calls that get a pointer to a struct
	Targets  []*ast.Ident
	Embeds   map[*types.Var]*ast.ValueSpec

	Stores   []Store
	Calls    []*ast.CallExpr
	Literals []*ast.CompositeLit
	Structs  []*ast.StructType
	Sums     []*ast.BinaryExpr // texts put together of a constant and something else, whole
}

// Store is an assignment to a field or an element of something.
type Store struct {
	Base  ast.Expr   // x in x.f = v and x[k] = v
	Field *types.Var // f, nil for an element
	Key   ast.Expr   // k, nil for a field
	Value ast.Expr
	Pos   token.Pos
}

// Param says which parameter of which function a variable is; index -1 is the receiver.
type Param struct {
	Func  ast.Node
	Index int
}

// New reads the files of a package once.
func New(pkg *types.Package, info *types.Info, files []*ast.File) *Index {
	x := &Index{
		Pkg: pkg, Info: info, files: files, Writes: map[*types.Var][]Write{}, CallsOf: map[*types.Func][]*ast.CallExpr{},
		Decls: map[*types.Func]*ast.FuncDecl{}, Consts: map[types.Object]ast.Expr{}, Params: map[*types.Var]Param{},
		Returns: map[ast.Node][]*ast.ReturnStmt{}, Embeds: map[*types.Var]*ast.ValueSpec{},
	}
	b := &builder{x}
	for _, f := range files {
		var open []ast.Node // enclosing nodes
		ast.Inspect(f, func(n ast.Node) bool {
			if n == nil {
				open = open[:len(open)-1]
				return true
			}
			b.node(n, open)
			open = append(open, n)
			return true
		})
	}
	sort.Slice(x.funcs, func(i, j int) bool { return x.funcs[i].Pos() < x.funcs[j].Pos() })
	return x
}

// builder fills an index, node by node.
type builder struct{ *Index }

func (x *builder) node(n ast.Node, open []ast.Node) {
	switch n := n.(type) {
	case *ast.FuncDecl:
		x.funcs = append(x.funcs, n)
		if f, ok := x.Info.Defs[n.Name].(*types.Func); ok {
			x.Decls[f] = n
		}
		x.signature(n, n.Recv, n.Type)
	case *ast.FuncLit:
		x.funcs = append(x.funcs, n)
		x.signature(n, nil, n.Type)
	case *ast.ReturnStmt:
		if fn := enclosing(open); fn != nil {
			x.Returns[fn] = append(x.Returns[fn], n)
		}
	case *ast.GenDecl:
		x.gen(n)
	case *ast.AssignStmt:
		x.assign(n)
	case *ast.RangeStmt:
		if n.Value != nil {
			x.write(n.Value, Write{Value: n.X, Elem: true, Pos: n.Value.Pos()})
		}
	case *ast.CallExpr:
		x.call(n)
	case *ast.CompositeLit:
		x.literal(n)
	case *ast.StructType:
		x.Structs = append(x.Structs, n)
	case *ast.BinaryExpr:
		if n.Op == token.ADD && x.Info.Types[n].Value == nil && !within(n, open) {
			x.Sums = append(x.Sums, n)
		}
		switch n.Op {
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			x.Tests = append(x.Tests, n)
		}
	case *ast.SwitchStmt:
		x.Switches = append(x.Switches, n)
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

func (x *builder) signature(fn ast.Node, recv *ast.FieldList, typ *ast.FuncType) {
	if recv != nil {
		x.fields(fn, recv, -1)
	}
	x.fields(fn, typ.Params, 0)
}

func (x *builder) fields(fn ast.Node, list *ast.FieldList, i int) {
	for _, f := range list.List {
		for _, name := range f.Names {
			if v, ok := x.Info.Defs[name].(*types.Var); ok {
				x.Params[v] = Param{fn, i}
			}
			i++
		}
		if len(f.Names) == 0 {
			i++
		}
	}
}

// within reports whether an addition is the operand of another.
func within(n *ast.BinaryExpr, open []ast.Node) bool {
	if len(open) == 0 {
		return false
	}
	outer, ok := open[len(open)-1].(*ast.BinaryExpr)
	return ok && outer.Op == n.Op
}
