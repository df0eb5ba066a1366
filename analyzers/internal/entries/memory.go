package entries

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
	"github.com/jwtvet/jwtvet/analyzers/internal/stores"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// inMemory returns the entries of lists in memory that are kept until the program ends.
func (p *Reader) inMemory() []Entry {
	var out []Entry
	for _, h := range p.InMemory() {
		k := stores.Kept{Node: h.At, Keys: []ast.Expr{h.Key}}
		if !p.shrinks(h.List) && p.ofTokensThatEnd(k) {
			out = append(out, Entry{At: h.At, Keeps: h.At, Forever: true, Memory: true})
		}
	}
	return out
}

// Held is what puts a token into a deny list in memory.
type Held struct {
	At         ast.Node
	List       *types.Var
	Key, Value ast.Expr
}

// InMemory returns what the package puts into its deny lists in memory.
func (p *Reader) InMemory() []Held {
	return slices.DeleteFunc(p.held(), func(h Held) bool { return h.List.Pkg() != p.Pkg })
}

// held returns what the package puts into deny lists in memory, of whatever package.
func (p *Reader) held() []Held {
	var out []Held
	add := func(list, key, value ast.Expr, at ast.Node) {
		v := p.listOf(list)
		if v == nil || v.Pkg() == nil || !p.IsToken(key) {
			return
		}
		k := stores.Kept{Node: at, Keys: []ast.Expr{key}}
		if p.Listed(list) || p.isDenial(k) {
			out = append(out, Held{at, v, key, value})
		}
	}
	for _, s := range p.Index.Stores {
		if s.Field == nil && s.Key != nil && s.Value != nil &&
			typing.IsMap(typing.OrInvalid(p.Info.TypeOf(s.Base))) {
			add(s.Base, s.Key, s.Value, p.Index.Outer(s.Value))
		}
	}
	for _, c := range p.Index.Calls {
		sig, _ := p.Index.Row(c)
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if ok && sig != nil && sig.Verb == model.Remember && sig.Recv == model.Kept {
			add(sel.X, c.Args[0], c.Args[len(c.Args)-1], c)
		}
	}
	return out
}

// listOf returns the variable or field that a list in memory is kept in beyond a function, nil for
// none.
func (p *Reader) listOf(e ast.Expr) *types.Var {
	var v *types.Var
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, _ = p.Info.ObjectOf(e).(*types.Var)
	case *ast.SelectorExpr:
		v, _ = p.Info.ObjectOf(e.Sel).(*types.Var)
	}
	if v == nil || !v.IsField() && (v.Pkg() == nil || v.Parent() != v.Pkg().Scope()) {
		return nil
	}
	return v
}

// shrinks reports whether something can take entries out of a list.
func (p *Reader) shrinks(v *types.Var) bool { return v.Exported() || p.handles(v) }

// handles reports whether the package can take entries out of a list: it is made again, or mentioned
// other than to set, read or measure an element.
func (p *Reader) handles(v *types.Var) bool {
	made := slices.DeleteFunc(slices.Clone(p.Index.Writes[v]), func(w syntax.Write) bool {
		return w.Into
	})
	if len(made) > 1 || len(made) > 0 && v.Pkg() != p.Pkg {
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
func (p *Reader) keepsOnly(e *ast.SelectorExpr) bool {
	c, ok := p.Index.Outer(e).(*ast.CallExpr)
	if !ok || c.Fun != ast.Expr(e) {
		return false
	}
	verb := p.Index.Verb(c)
	return verb == model.Remember || verb == model.Recall
}
