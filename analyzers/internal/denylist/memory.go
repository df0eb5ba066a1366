package denylist

// This file finds deny lists in memory of which nothing takes entries out:
//
//	var revoked = map[string]bool{}
//	func Revoke(token string) { revoked[token] = true }
//
// A list whose entries are deleted somewhere, that is made anew or handed to other code, may lose
// them.

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/stores"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// inMemory returns the entries of lists in memory that are kept until the program ends.
func (p entries) inMemory() []Entry {
	var out []Entry
	add := func(list, key ast.Expr, at ast.Node) {
		v := p.listOf(list)
		if v == nil || v.Pkg() != p.Pkg || !p.IsToken(key) || p.shrinks(v) {
			return
		}
		k := stores.Kept{Node: at, Keys: []ast.Expr{key}}
		if p.ofTokensThatEnd(k) && (p.Listed(list) || p.isDenial(k)) {
			out = append(out, Entry{At: at, Keeps: at, Forever: true, Memory: true})
		}
	}
	for _, s := range p.Index.Stores {
		if s.Field == nil && s.Key != nil && s.Value != nil &&
			typing.IsMap(typing.OrInvalid(p.Info.TypeOf(s.Base))) {
			add(s.Base, s.Key, p.Index.Outer(s.Value))
		}
	}
	for _, c := range p.Index.Calls {
		sig, _ := p.Index.Row(c)
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if ok && sig != nil && sig.Verb == model.Remember && sig.Recv == model.Kept {
			add(sel.X, c.Args[0], c)
		}
	}
	return out
}

// Listed reports whether a variable or field has the name of a deny list, or stands in a struct whose
// type has:
//
//	type TokenBlacklist struct{ tokens map[string]time.Time }
func (p *Reader) Listed(e ast.Expr) bool {
	v, ok := p.Index.Used(e).(*types.Var)
	if !ok {
		return false
	}
	sel, isField := ast.Unparen(e).(*ast.SelectorExpr)
	return names.Denial(v.Name()) ||
		isField && names.Denial(typing.TypeNameOf(typing.OrInvalid(p.Info.TypeOf(sel.X))))
}

// listOf returns the variable or field that a list in memory is kept in beyond a function, nil for
// none.
func (p entries) listOf(e ast.Expr) *types.Var {
	var v *types.Var
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, _ = p.Info.ObjectOf(e).(*types.Var)
	case *ast.SelectorExpr:
		v, _ = p.Info.ObjectOf(e.Sel).(*types.Var)
	}
	if v == nil || !v.IsField() && v.Parent() != p.Pkg.Scope() {
		return nil
	}
	return v
}

// shrinks reports whether something can take entries out of a list: it is mentioned other than to
// set, read or measure an element.
func (p entries) shrinks(v *types.Var) bool {
	made := slices.DeleteFunc(slices.Clone(p.Index.Writes[v]), func(w syntax.Write) bool {
		return w.Into
	})
	if len(made) > 1 || v.Exported() {
		return true
	}
	return slices.ContainsFunc(p.Index.Mentions(v), func(id *ast.Ident) bool {
		var of ast.Expr = id
		if sel, ok := p.Index.Outer(id).(*ast.SelectorExpr); ok && sel.Sel == id {
			of = sel
		}
		switch o := p.Index.Outer(of).(type) {
		case *ast.IndexExpr, *ast.ValueSpec, *ast.Field, *ast.KeyValueExpr:
			return false
		case *ast.AssignStmt:
			return !slices.Contains(o.Lhs, of)
		case *ast.SelectorExpr:
			return !p.keepsOnly(o)
		case *ast.CallExpr:
			f, ok := o.Fun.(*ast.Ident)
			return !ok || !p.Info.Types[o.Fun].IsBuiltin() || f.Name != "len"
		}
		return true
	})
}

// keepsOnly reports whether a method of a list puts an entry in or reads one.
func (p entries) keepsOnly(e *ast.SelectorExpr) bool {
	c, ok := p.Index.Outer(e).(*ast.CallExpr)
	if !ok || c.Fun != ast.Expr(e) {
		return false
	}
	verb := p.Index.Verb(c)
	return verb == model.Remember || verb == model.Recall
}
