package jwtleak

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/sinks"
	"github.com/jwtvet/jwtvet/analyzers/internal/spelling"
)

// drop returns the edits that leave an argument of a logger out, with what stands for it: its key, its field, its link of
// a chain, its verb in a format. It returns nil where what is left would not compile or could do something else.
func (p *check) drop(s sinks.Sink, secret ast.Expr) []analysis.TextEdit {
	call, ok := s.Call.(*ast.CallExpr)
	fn, _ := p.Index.Used(s.Call).(*types.Func)
	if !ok || fn == nil || s.Via != nil || ast.Unparen(s.Arg) != ast.Unparen(secret) && !p.converts(s.Arg, secret) || call.Ellipsis.IsValid() {
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
		edits = p.unformatted(call, sig.Index(model.Format), i)
	case fn.Signature().Variadic() && i >= rest && s.To == model.Encoded:
		edits = p.unpaired(call, rest, i)
	case fn.Signature().Variadic() && i >= rest && i > 0:
		edits = remove(call.Args[i-1].End(), s.Arg.End())
	case !fn.Signature().Variadic() && len(call.Args) == 2 && i == 1:
		edits = p.unlinked(call)
	}
	if len(edits) == 0 || !p.spare(edits) {
		return nil
	}
	return edits
}

// converts reports whether an argument is a conversion of the secret.
func (p *check) converts(arg, secret ast.Expr) bool {
	c, ok := ast.Unparen(arg).(*ast.CallExpr)
	return ok && p.pass.TypesInfo.Types[c.Fun].IsType() && len(c.Args) == 1 && ast.Unparen(c.Args[0]) == ast.Unparen(secret)
}

func remove(from, to token.Pos) []analysis.TextEdit {
	return []analysis.TextEdit{{Pos: from, End: to}}
}

// unformatted leaves an argument and its verb out; what is left of the text says that something was there.
func (p *check) unformatted(call *ast.CallExpr, format, i int) []analysis.TextEdit {
	lit, ok := ast.Unparen(call.Args[format]).(*ast.BasicLit)
	if !ok || i <= format || strings.Contains(lit.Value, "%[") || strings.Contains(lit.Value, "*") {
		return nil
	}
	shown := spelling.Verbs(lit.Value)
	if len(shown) != len(call.Args)-format-1 {
		return nil
	}
	verb := shown[i-format-1]
	at := lit.Pos() + token.Pos(verb[0])
	return append([]analysis.TextEdit{{Pos: at, End: lit.Pos() + token.Pos(verb[1]), NewText: []byte("***")}},
		remove(call.Args[i-1].End(), call.Args[i].End())...)
}

// unpaired leaves a value and its key out of a list of pairs that begins at argument first.
func (p *check) unpaired(call *ast.CallExpr, first, i int) []analysis.TextEdit {
	if (i-first)%2 != 1 {
		return nil
	}
	for k := first; k < i; k += 2 {
		if p.Index.Text(call.Args[k]) == "" {
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
func (p *check) unlinked(field *ast.CallExpr) []analysis.TextEdit {
	for _, c := range p.Index.Calls {
		sel, _ := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		on, _ := ast.Unparen(field.Fun).(*ast.SelectorExpr)
		if sel != nil && on != nil && ast.Unparen(sel.X) == field && types.Identical(p.pass.TypesInfo.TypeOf(field), p.pass.TypesInfo.TypeOf(on.X)) {
			return remove(on.X.End(), field.End())
		}
		j := slices.IndexFunc(c.Args, func(a ast.Expr) bool { return ast.Unparen(a) == field })
		if j < 1 || c.Ellipsis.IsValid() {
			continue
		}
		if fn, ok := p.Index.Callee(c).(*types.Func); ok && fn.Signature().Variadic() && j >= fn.Signature().Params().Len()-1 {
			return remove(c.Args[j-1].End(), c.Args[j].End())
		}
	}
	return nil
}

// spare reports whether nothing misses what is removed: it calls nothing, and every variable and package in it is used
// elsewhere, too, outside of all that writes to a log: other fixes may take that away.
func (p *check) spare(edits []analysis.TextEdit) bool {
	within := func(n ast.Node) bool {
		return slices.ContainsFunc(edits, func(e analysis.TextEdit) bool { return e.Pos <= n.Pos() && n.End() <= e.End })
	}
	for _, c := range p.Index.Calls {
		if within(c) && !p.pass.TypesInfo.Types[c.Fun].IsType() {
			if sig := model.Of(p.Index.Callee(c), ""); sig == nil || sig.Verb != model.Log {
				return false
			}
		}
	}
	kept := map[types.Object]bool{}
	var gone []types.Object
	for id, obj := range p.pass.TypesInfo.Uses {
		switch obj.(type) {
		case *types.Var, *types.PkgName:
		default:
			continue
		}
		if within(id) {
			gone = append(gone, obj)
		} else if !p.assigns(id) && !p.leaves(id) {
			kept[obj] = true
		}
	}
	return !slices.ContainsFunc(gone, func(obj types.Object) bool {
		v, isVar := obj.(*types.Var)
		return !kept[obj] && !(isVar && (v.IsField() || v.Parent() == p.pass.Pkg.Scope() || p.Index.Owner(v) != nil))
	})
}

// leaves reports whether an identifier stands in what a fix may take away: the arguments of a call that others get to read
// one of, or such a call as a whole where it is an argument itself.
func (p *check) leaves(id *ast.Ident) bool {
	if p.sunk == nil {
		p.sunk = p.sinks.Sinks()
	}
	return slices.ContainsFunc(p.sunk, func(s sinks.Sink) bool { return s.To != model.Answered && p.takes(s, id) })
}

func (p *check) takes(s sinks.Sink, id *ast.Ident) bool {
	c, ok := s.Call.(*ast.CallExpr)
	if !ok || id.Pos() < c.Pos() || c.End() < id.End() {
		return false
	}
	return id.Pos() > c.Lparen || slices.ContainsFunc(p.Index.Calls, func(outer *ast.CallExpr) bool { return slices.Contains(outer.Args, s.Call) })
}

// assigns reports whether an identifier stands on the left of an assignment, which is no use of the variable.
func (p *check) assigns(id *ast.Ident) bool {
	return slices.Contains(p.Index.Targets, id)
}
