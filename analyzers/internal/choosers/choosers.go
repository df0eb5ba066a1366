// Package choosers finds functions that return one of the values that they are given. Their package
// need not have to do with tokens:
//
//	func Or(value, fallback string) string {
//		if value == "" {
//			return fallback
//		}
//		return value
//	}
//
//	key := text.Or(os.Getenv("JWT_SECRET"), "dev") // in another package: the variable, or "dev"
package choosers

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Of returns the exported functions of a package that always return one of at least two parameters,
// as it was given, with those parameters.
func Of(pass *analysis.Pass, files []*ast.File) map[*types.Func]origin.Atoms {
	out := map[*types.Func]origin.Atoms{}
	for _, f := range files {
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv != nil || fn.Body == nil || !fn.Name.IsExported() {
				continue
			}
			obj, ok := pass.TypesInfo.Defs[fn.Name].(*types.Func)
			if !ok || !mayChoose(obj.Signature()) {
				continue
			}
			if from := returned(pass.TypesInfo, fn, obj.Signature().Params()); len(from) > 1 {
				out[obj] = from
			}
		}
	}
	return out
}

// maxParams is how many parameters a function that chooses has at most.
const maxParams = 8

// mayChoose reports whether a function has one result, a text or a value of any type, and parameters
// of that type.
func mayChoose(sig *types.Signature) bool {
	if sig.Results().Len() != 1 || sig.Variadic() || sig.Params().Len() > maxParams {
		return false
	}
	t, n := sig.Results().At(0).Type(), 0
	if _, any := t.(*types.TypeParam); !any && !typing.IsText(t) {
		return false
	}
	for v := range sig.Params().Variables() {
		if types.Identical(v.Type(), t) {
			n++
		}
	}
	return n > 1
}

// returned returns the parameters that a function returns, nil where it returns anything else or gives
// one of them another value.
func returned(info *types.Info, fn *ast.FuncDecl, params *types.Tuple) origin.Atoms {
	index := map[types.Object]int{}
	for i := range params.Len() {
		index[params.At(i)] = i
	}
	var out origin.Atoms
	known, seen := true, map[int]bool{}
	param := func(e ast.Expr) (i int, ok bool) {
		id, isIdent := ast.Unparen(e).(*ast.Ident)
		if !isIdent {
			return 0, false
		}
		i, ok = index[info.ObjectOf(id)]
		return i, ok
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			known = known && !mentions(info, n, index)
			return false
		case *ast.UnaryExpr:
			known = known && (n.Op != token.AND || !mentions(info, n, index))
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				_, is := param(lhs)
				known = known && !is
			}
		case *ast.ReturnStmt:
			if len(n.Results) != 1 {
				known = false
				return false
			}
			i, ok := param(n.Results[0])
			if known = known && ok; ok && !seen[i] {
				seen[i] = true
				out = append(out, origin.Atom{Kind: origin.Param, Arg: int8(i), Size: -1})
			}
		}
		return known
	})
	if !known {
		return nil
	}
	return out
}

// mentions reports whether a node mentions one of some variables, which it may change.
func mentions(info *types.Info, n ast.Node, of map[types.Object]int) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			_, is := of[info.ObjectOf(id)]
			found = found || is
		}
		return !found
	})
	return found
}
