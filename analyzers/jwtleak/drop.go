package jwtleak

// This file leaves secrets out of the calls that log them:
//
//	log.Printf("key %s of %s", key, name) // unformatted: log.Printf("key *** of %s", name)
//	slog.Info("start", "key", key)        // unpaired: slog.Info("start")
//	log.Info().Str("key", key).Msg("ok")  // unlinked: log.Info().Msg("ok")

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
)

// removeLogArg returns the edits that leave an argument of a logger out, with what stands for it:
// its key, its field, its link of a chain, its verb in a format. It returns nil where what is left
// would not compile or could do something else.
func (c *check) removeLogArg(s sinks.Sink, secret ast.Expr) []analysis.TextEdit {
	call, ok := s.Call.(*ast.CallExpr)
	fn, _ := c.Index.Used(s.Call).(*types.Func)
	if !ok || fn == nil || s.Via != nil ||
		ast.Unparen(s.Arg) != ast.Unparen(secret) && !c.converts(s.Arg, secret) ||
		call.Ellipsis.IsValid() {
		return nil
	}
	sig := model.Of(fn, "")
	i := slices.Index(call.Args, s.Arg)
	if sig == nil || i < 0 {
		return nil
	}
	var edits []analysis.TextEdit
	switch rest := fn.Signature().Params().Len() - 1; {
	case sig.Index(model.Format) >= 0:
		edits = c.unformatted(call, sig.Index(model.Format), i)
	case fn.Signature().Variadic() && i >= rest && s.To == model.Encoded:
		edits = c.unpaired(call, rest, i)
	case fn.Signature().Variadic() && i >= rest && i > 0:
		edits = remove(call.Args[i-1].End(), s.Arg.End())
	case !fn.Signature().Variadic() && len(call.Args) == 2 && i == 1:
		edits = c.unlinked(call)
	}
	if len(edits) == 0 || !c.isUnused(edits) {
		return nil
	}
	return edits
}

// converts reports whether an argument is a conversion of the secret.
func (c *check) converts(arg, secret ast.Expr) bool {
	call, ok := ast.Unparen(arg).(*ast.CallExpr)
	return ok && c.pass.TypesInfo.Types[call.Fun].IsType() && len(call.Args) == 1 &&
		ast.Unparen(call.Args[0]) == ast.Unparen(secret)
}

func remove(from, to token.Pos) []analysis.TextEdit {
	return []analysis.TextEdit{{Pos: from, End: to}}
}

// unformatted leaves an argument and its verb out; what is left of the text says that something was
// there.
func (c *check) unformatted(call *ast.CallExpr, format, i int) []analysis.TextEdit {
	lit, ok := ast.Unparen(call.Args[format]).(*ast.BasicLit)
	if !ok || i <= format || strings.Contains(lit.Value, "%[") || strings.Contains(lit.Value, "*") {
		return nil
	}
	shown := syntax.Verbs(lit.Value)
	if len(shown) != len(call.Args)-format-1 {
		return nil
	}
	verb := shown[i-format-1]
	at := lit.Pos() + token.Pos(verb[0])
	return append([]analysis.TextEdit{{
		Pos: at, End: lit.Pos() + token.Pos(verb[1]), NewText: []byte("***"),
	}},
		remove(call.Args[i-1].End(), call.Args[i].End())...)
}

// unpaired leaves a value and its key out of a list of pairs that begins at argument first.
func (c *check) unpaired(call *ast.CallExpr, first, i int) []analysis.TextEdit {
	if (i-first)%2 != 1 {
		return nil
	}
	for k := first; k < i; k += 2 {
		if c.Index.Text(call.Args[k]) == "" {
			return nil // a field of its own between the pairs
		}
	}
	switch {
	case i > 1:
		return remove(call.Args[i-2].End(), call.Args[i].End())
	case len(call.Args) > 2:
		return remove(call.Args[0].Pos(), call.Args[2].Pos())
	}
	return nil
}

// unlinked leaves a field out of the call that it is an argument of, or a link out of a chain.
func (c *check) unlinked(field *ast.CallExpr) []analysis.TextEdit {
	for _, call := range c.Index.Calls {
		sel, _ := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		on, _ := ast.Unparen(field.Fun).(*ast.SelectorExpr)
		if sel != nil && on != nil && ast.Unparen(sel.X) == field &&
			types.Identical(c.pass.TypesInfo.TypeOf(field), c.pass.TypesInfo.TypeOf(on.X)) {
			return remove(on.X.End(), field.End())
		}
		j := slices.IndexFunc(call.Args, func(a ast.Expr) bool { return ast.Unparen(a) == field })
		if j < 1 || call.Ellipsis.IsValid() {
			continue
		}
		if fn, ok := c.Index.Callee(call).(*types.Func); ok && fn.Signature().Variadic() &&
			j >= fn.Signature().Params().Len()-1 {
			return remove(call.Args[j-1].End(), call.Args[j].End())
		}
	}
	return nil
}

// isUnused reports whether nothing misses what is removed: it calls nothing, and every variable and
// package in it is used elsewhere, too, outside of all that writes to a log: other fixes may take
// that away.
func (c *check) isUnused(edits []analysis.TextEdit) bool {
	within := func(n ast.Node) bool {
		return slices.ContainsFunc(edits, func(e analysis.TextEdit) bool {
			return e.Pos <= n.Pos() && n.End() <= e.End
		})
	}
	for _, call := range c.Index.Calls {
		if within(call) && !c.pass.TypesInfo.Types[call.Fun].IsType() {
			if sig := model.Of(c.Index.Callee(call), ""); sig == nil || sig.Verb != model.Log {
				return false
			}
		}
	}
	if c.lasting == nil {
		c.lasting = c.lastingUses()
	}
	for _, u := range c.lasting.in(edits) {
		v, isVar := u.obj.(*types.Var)
		if isVar &&
			(v.IsField() || v.Parent() == c.pass.Pkg.Scope() || c.Index.Params[v].Func != nil) {
			continue
		}
		if !slices.ContainsFunc(c.lasting.of[u.obj], func(id *ast.Ident) bool {
			return !within(id)
		}) {
			return false
		}
	}
	return true
}
