package syntax

// This file answers what the maps of an [Index] do not answer directly:
//
//	type Config struct {
//		Key string `env:"JWT_SECRET"`       // Tags
//	}
//	func load() (cfg Config, err error) {   // NamedResult, ResultVar; FuncAt of what is inside
//		http.DefaultClient.Timeout = limit  // Assignments, Handed: another package's field
//	}

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sort"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// Tags returns the tag of every struct field of the package that has one, quotes included.
func (x *Index) Tags() map[*types.Var]*ast.BasicLit {
	if x.tags != nil {
		return x.tags
	}
	x.tags = map[*types.Var]*ast.BasicLit{}
	for _, st := range x.Structs {
		for _, f := range st.Fields.List {
			for _, name := range f.Names {
				if v, ok := x.Info.Defs[name].(*types.Var); ok && f.Tag != nil {
					x.tags[v] = f.Tag
				}
			}
		}
	}
	return x.tags
}

// FieldName returns the name of a struct field where this package declares it, nil where it is
// declared elsewhere.
func (x *Index) FieldName(f *types.Var) *ast.Ident {
	if f.Pkg() != x.Pkg {
		return nil
	}
	for _, st := range x.Structs {
		if st.Pos() > f.Pos() || f.Pos() >= st.End() {
			continue
		}
		for _, list := range st.Fields.List {
			for _, name := range list.Names {
				if x.Info.Defs[name] == f {
					return name
				}
			}
		}
	}
	return nil
}

// Literal returns the expression that gives a constant of this package its value, nil for
// constants of other packages and those that repeat the expression above them. It is
// [Index.Consts] as a node.
func (x *Index) Literal(c *types.Const) ast.Node {
	if e := x.Consts[c]; e != nil {
		return e
	}
	return nil
}

// FuncAt returns the innermost function that holds a position, nil at package level. Functions
// are sorted by where they start, so the last one that starts before pos and does not end before
// it is the innermost.
func (x *Index) FuncAt(pos token.Pos) ast.Node {
	i := sort.Search(len(x.funcs), func(i int) bool { return x.funcs[i].Pos() > pos })
	for i--; i >= 0; i-- {
		if x.funcs[i].End() > pos {
			return x.funcs[i]
		} else if _, ok := x.funcs[i].(*ast.FuncDecl); ok {
			return nil // declarations do not stand in one another
		}
	}
	return nil
}

// DeclAt returns the declared function that holds a position, in a function literal of it too, nil at
// package level.
func DeclAt(x *Index, pos token.Pos) *ast.FuncDecl {
	for fn := x.FuncAt(pos); fn != nil; fn = x.FuncAt(fn.Pos() - 1) {
		if d, ok := fn.(*ast.FuncDecl); ok {
			return d
		}
	}
	return nil
}

// EmbedPatterns returns the patterns of the //go:embed directives of a comment, as package embed
// defines them.
func EmbedPatterns(doc *ast.CommentGroup) []string {
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

// Assignments calls f for every assignment to a variable or field of another package, by position.
// owner is the name of the type of x in x.f = value, "" for variables. Literals do not count: see
// [Index.Handed].
func (x *Index) Assignments(f func(v *types.Var, owner string, value ast.Expr)) {
	type assignment struct {
		to *types.Var
		Write
	}
	var found []assignment
	for _, v := range InOrder(x, x.Writes) { // which decides where one value goes to several
		if v.Pkg() == x.Pkg {
			continue
		}
		for _, w := range x.Writes[v] {
			if w.Value != nil && w.Lit == nil && !w.Into {
				found = append(found, assignment{v, w})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b assignment) int {
		return x.Compare(a.Value.Pos(), b.Value.Pos())
	})
	for _, a := range found {
		f(a.to, x.ownerOf(a.Write), a.Value)
	}
}

// Handed calls f for each value that this package gives to a parameter, variable or field of
// another package that no row of the model names: v is what gets the value, node the call,
// literal or value itself, callee the function that is called, else v. Facts say what those are
// used for.
func (x *Index) Handed(f func(v *types.Var, node ast.Node, value ast.Expr, callee types.Object)) {
	for _, c := range x.Calls {
		row, obj := x.Row(c)
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == x.Pkg || row != nil {
			continue
		}
		params := fn.Signature().Params()
		for i := 0; i < len(c.Args) && params.Len() > 0; i++ {
			f(params.At(min(i, params.Len()-1)), c, c.Args[i], fn)
		}
	}
	for _, lit := range x.Literals {
		for _, el := range lit.Elts {
			kv, ok := el.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			if id, ok := kv.Key.(*ast.Ident); ok {
				if v, ok := x.Info.ObjectOf(id).(*types.Var); ok && v.IsField() &&
					v.Pkg() != x.Pkg {
					f(v.Origin(), lit, kv.Value, v)
				}
			}
		}
	}
	x.Assignments(func(v *types.Var, owner string, value ast.Expr) {
		if model.Of(v, owner) == nil {
			f(v, value, value, v)
		}
	})
}

// ownerOf returns the name of the type of x where a write sets x.f, "" for variables.
func (x *Index) ownerOf(w Write) string {
	if w.Base == nil {
		return ""
	}
	typ := x.Info.TypeOf(w.Base)
	if p, ok := types.Unalias(typ).(*types.Pointer); ok {
		typ = p.Elem()
	}
	if n, ok := types.Unalias(typ).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// NamesOf returns the names of the variables and fields that are assigned the very expression e,
// or its first result, sorted.
func (x *Index) NamesOf(e ast.Expr) []string {
	if x.names == nil {
		x.names = map[ast.Expr][]string{}
		for v, writes := range x.Writes {
			for _, w := range writes {
				if w.Value != nil && w.Result == 0 {
					x.names[w.Value] = append(x.names[w.Value], v.Name())
				}
			}
		}
		for _, names := range x.names {
			slices.Sort(names)
		}
	}
	return slices.Clone(x.names[e])
}

// Param returns the parameter of a function of this package that gets argument i of a call, nil
// where there is none.
func (x *Index) Param(fn ast.Node, i int) *types.Var {
	sig := x.Signature(fn)
	if sig == nil || sig.Params().Len() == 0 || i >= sig.Params().Len() && !sig.Variadic() {
		return nil
	}
	return sig.Params().At(min(i, sig.Params().Len()-1))
}

// ResultVar returns the variable of the last result of a function of this package, which by
// custom is its error; nil where results have no names.
func (x *Index) ResultVar(fn ast.Node) *types.Var {
	sig := x.Signature(fn)
	if sig == nil || sig.Results().Len() == 0 {
		return nil
	}
	if v := sig.Results().At(sig.Results().Len() - 1); v.Name() != "" && v.Name() != "_" {
		return v
	}
	return nil
}

// Signature returns the signature of a function of this package, nil for every other node.
func (x *Index) Signature(fn ast.Node) *types.Signature {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		if f, ok := x.Info.Defs[fn.Name].(*types.Func); ok {
			return f.Signature()
		}
	case *ast.FuncLit:
		sig, _ := x.Info.TypeOf(fn).(*types.Signature)
		return sig
	}
	return nil
}

// NamedResult returns the variable of a result of a function of this package by its index, nil
// where results have no names. It returns "_" too, unlike [Index.ResultVar].
func (x *Index) NamedResult(fn ast.Node, result int) *types.Var {
	var typ *ast.FuncType
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		typ = fn.Type
	case *ast.FuncLit:
		typ = fn.Type
	}
	if typ.Results == nil {
		return nil
	}
	for _, f := range typ.Results.List {
		for _, name := range f.Names {
			if result == 0 {
				v, _ := x.Info.Defs[name].(*types.Var)
				return v
			}
			result--
		}
	}
	return nil
}
