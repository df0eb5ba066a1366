package origin

import (
	"go/ast"
	"go/token"
	"go/types"
	"sort"
	"strings"
)

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

// Targets returns the variables that stand on the left of assignments.
func (x *Index) Targets() []*ast.Ident { return x.targets }

// Statement returns the expression statement that a call is, nil when the call is a part of something else.
func (t *Tracer) Statement(call ast.Node) ast.Stmt {
	fn := t.FuncAt(call.Pos())
	if fn == nil {
		return nil
	}
	g := t.graph(fn)
	if g == nil {
		return nil
	}
	b, i := g.locate(call.Pos())
	if b == nil {
		return nil
	}
	if s, ok := b.Nodes[i].(*ast.ExprStmt); ok && s.X == call {
		return s
	}
	return nil
}

// Param returns the parameter that argument i of a call of the function is given to, nil when it has no name.
func (t *Tracer) Param(fn ast.Node, i int) *types.Var {
	sig, _ := t.signatureOf(fn)
	if sig == nil || sig.Params().Len() == 0 || i >= sig.Params().Len() && !sig.Variadic() {
		return nil
	}
	return sig.Params().At(min(i, sig.Params().Len()-1))
}

// Returns returns the return statements of each function.
func (x *Index) Returns() map[ast.Node][]*ast.ReturnStmt { return x.returns }

// Tests returns the comparisons of the package.
func (x *Index) Tests() []*ast.BinaryExpr { return x.tests }

// Switches returns the switch statements of the package that compare values.
func (x *Index) Switches() []*ast.SwitchStmt { return x.cases }
