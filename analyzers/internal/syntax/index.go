// Package syntax answers who writes, returns, calls and compares what in the files of a package.
// One pass over the syntax fills an [Index]; a second one, which looks forward from a value to
// its uses, is only made when somebody asks for it.
//
//	key := os.Getenv("JWT_SECRET")   // Writes[key], Calls
//	cfg.Key, m["kid"] = key, id      // Stores
//	func sign(k []byte) []byte {     // Params[k], Decls[sign]
//		return append(k, pepper...)  // Returns[sign]
//	}
package syntax

import (
	"go/ast"
	"go/token"
	"go/types"
	"sort"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Index holds what one pass over the syntax of a package finds: who writes, returns and calls
// what. Functions are an *ast.FuncDecl or an *ast.FuncLit; generic objects are their origins.
type Index struct {
	Info *types.Info
	Pkg  *types.Package

	// By object.
	Writes  map[*types.Var][]Write          // variables and fields, of other packages too
	Params  map[*types.Var]Param            // parameters and receivers
	Kept    map[*types.Var]bool             // variables and fields whose address is kept, see keep
	Embeds  map[*types.Var]*ast.ValueSpec   // variables that a //go:embed directive fills
	Consts  map[types.Object]ast.Expr       // the values of constants, as they are written
	Decls   map[*types.Func]*ast.FuncDecl   // functions declared in this package
	CallsOf map[*types.Func][]*ast.CallExpr // calls of a function, of other packages too
	Returns map[ast.Node][]*ast.ReturnStmt  // return statements of a function

	// By kind of syntax, in the order of the files.
	Calls    []*ast.CallExpr
	Stores   []Store
	Literals []*ast.CompositeLit
	Structs  []*ast.StructType
	Switches []*ast.SwitchStmt
	Ifs      []*ast.IfStmt
	Tests    []*ast.BinaryExpr // comparisons
	Sums     []*ast.BinaryExpr // concatenations and sums that are no constants, outermost only
	Targets  []*ast.Ident      // variables on the left of "=", not of ":="
	Fills    []Write           // arguments that a call writes through: &cfg, and rows of the model

	files   []*ast.File
	funcs   []ast.Node     // every function by position
	decls   []*declaration // see around
	forward *Forward       // nil before the first question
	extents []extent       // see rank
	tags    map[*types.Var]*ast.BasicLit
	callees map[*ast.CallExpr]callee
	mirrors map[*types.Func]*model.Sig // see mirrored
	names   map[ast.Expr][]string      // see NamesOf
	methods map[typeKey][]Method       // see Methods
}

// Store is an assignment to a field or an element of something:
//
//	token.Header["kid"] = id   // Base token.Header, Key "kid", Value id
type Store struct {
	Base  ast.Expr   // x in x.f = v and x[k] = v
	Field *types.Var // f, nil for an element
	Key   ast.Expr   // k, nil for a field
	Value ast.Expr   // v, nil where a call writes the place
}

// Param says which parameter of which function a variable is; index -1 is the receiver.
type Param struct {
	Func  ast.Node
	Index int
}

// New reads the given files of a package once. info must hold their types, uses, definitions and
// selections.
//
// The walk keeps its own stack of enclosing nodes: cursors of go/ast/inspector need a table of
// all nodes first, which makes it take half as long again and five times the memory
// (BenchmarkIndex).
func New(pkg *types.Package, info *types.Info, files []*ast.File) *Index {
	x := &Index{
		Pkg: pkg, Info: info, files: files,
		Writes:  map[*types.Var][]Write{},
		callees: map[*ast.CallExpr]callee{},
		mirrors: map[*types.Func]*model.Sig{},
		Params:  map[*types.Var]Param{},
		Kept:    map[*types.Var]bool{},
		Embeds:  map[*types.Var]*ast.ValueSpec{},
		Consts:  map[types.Object]ast.Expr{},
		Decls:   map[*types.Func]*ast.FuncDecl{},
		CallsOf: map[*types.Func][]*ast.CallExpr{},
		Returns: map[ast.Node][]*ast.ReturnStmt{},
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

// node records one node; open are the nodes that enclose it, innermost last.
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
		x.elements(n)
	case *ast.SendStmt:
		x.write(n.Chan, Write{Value: n.Value, Into: true, Pos: n.Pos()})
	case *ast.CallExpr:
		x.call(n)
	case *ast.CompositeLit:
		x.literal(n)
	case *ast.StructType:
		x.Structs = append(x.Structs, n)
	case *ast.UnaryExpr:
		if _, arg := open[len(open)-1].(*ast.CallExpr); !arg {
			x.keep(n)
		}
	case *ast.BinaryExpr:
		x.operation(n, open)
	case *ast.SwitchStmt:
		x.Switches = append(x.Switches, n)
	case *ast.IfStmt:
		x.Ifs = append(x.Ifs, n)
	}
}

// elements records the variable that a range statement sets to one element after another.
func (x *builder) elements(n *ast.RangeStmt) {
	to := n.Value
	if fn, ok := typing.OrInvalid(x.Info.TypeOf(n.X)).Underlying().(*types.Signature); ok &&
		to == nil && fn.Params().Len() == 1 {
		if yield, ok := fn.Params().At(0).Type().Underlying().(*types.Signature); ok &&
			yield.Params().Len() == 1 { // iter.Seq
			to = n.Key
		}
	}
	if typing.IsChan(x.Info.TypeOf(n.X)) {
		to = n.Key
	}
	if to != nil {
		x.write(to, Write{Value: n.X, Elem: true, Key: n.Key, Pos: to.Pos()})
	}
}

// operation records comparisons, and sums that are no operand of another sum.
func (x *builder) operation(n *ast.BinaryExpr, open []ast.Node) {
	switch n.Op {
	case token.ADD:
		if x.Info.Types[n].Value == nil && !isOperand(n, open) {
			x.Sums = append(x.Sums, n)
		}
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		x.Tests = append(x.Tests, n)
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

// signature records the receiver and the parameters of a function.
func (x *builder) signature(fn ast.Node, recv *ast.FieldList, typ *ast.FuncType) {
	if recv != nil {
		x.fields(fn, recv, -1)
	}
	x.fields(fn, typ.Params, 0)
}

// fields records parameters, of which the first has index i. Unnamed ones count.
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

// isOperand reports whether an operation is itself an operand of the same operation: a + b in
// a + b + c.
func isOperand(n *ast.BinaryExpr, open []ast.Node) bool {
	if len(open) == 0 {
		return false
	}
	outer, ok := open[len(open)-1].(*ast.BinaryExpr)
	return ok && outer.Op == n.Op
}
