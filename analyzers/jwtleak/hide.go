package jwtleak

import (
	"go/ast"
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/model"
)

// hide returns the edit that keeps a field of a struct out of JSON, nil where something may want it there: only a struct
// that no other package sees, and that this one gives to nobody but loggers and those who ask, can do without.
func (p *check) hide(f *types.Var) []analysis.TextEdit {
	decl := p.declared(f)
	owner := p.owner(f)
	if decl == nil || owner == nil || owner.Exported() && p.pass.Pkg.Name() != "main" || len(decl.Names) != 1 {
		return nil
	}
	raw := ""
	if decl.Tag != nil {
		raw, _ = strconv.Unquote(decl.Tag.Value)
	}
	_, named := reflect.StructTag(raw).Lookup("json")
	filled := model.ReadTag(raw).Source == model.Env && !named
	for _, c := range p.Index.Calls {
		if !p.harmless(c, owner.Type(), filled) {
			return nil
		}
	}
	if decl.Tag == nil {
		at := decl.Type.End()
		return []analysis.TextEdit{{Pos: at, End: at, NewText: []byte(" `json:\"-\"`")}}
	}
	if named || !strings.HasPrefix(decl.Tag.Value, "`") {
		return nil
	}
	at := decl.Tag.Pos() + 1
	return []analysis.TextEdit{{Pos: at, End: at, NewText: []byte("json:\"-\" ")}}
}

// declared returns the declaration of a field in a struct type of this package, nil for others.
func (p *check) declared(f *types.Var) *ast.Field {
	for _, st := range p.Index.Structs {
		for _, d := range st.Fields.List {
			if slices.ContainsFunc(d.Names, func(id *ast.Ident) bool { return p.pass.TypesInfo.Defs[id] == f }) {
				return d
			}
		}
	}
	return nil
}

// owner returns the named type of this package that declares a field.
func (p *check) owner(f *types.Var) types.Object {
	scope := p.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		obj, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || obj.IsAlias() {
			continue
		}
		st, ok := obj.Type().Underlying().(*types.Struct)
		for i := 0; ok && i < st.NumFields(); i++ {
			if st.Field(i) == f {
				return obj
			}
		}
	}
	return nil
}

// harmless reports whether a call does not care whether JSON of a type has all fields; filled says that it can be one
// that fills the struct by other tags.
func (p *check) harmless(c *ast.CallExpr, t types.Type, filled bool) bool {
	if p.pass.TypesInfo.Types[c.Fun].IsType() || p.pass.TypesInfo.Types[c.Fun].IsBuiltin() {
		return true
	}
	fn, _ := p.Index.Callee(c).(*types.Func)
	if fn != nil && p.Index.Decl(fn) != nil || !slices.ContainsFunc(c.Args, func(a ast.Expr) bool { return contains(p.pass.TypesInfo.TypeOf(a), t, 0) }) {
		return true
	}
	sig := model.Of(fn, "")
	return sig != nil && (sig.Verb == model.Log || sig.Verb == model.Answer || sig.Verb == model.Fill && filled)
}

// contains reports whether values of a type can hold one of another.
func contains(in, t types.Type, depth int) bool {
	if in == nil || depth > 4 {
		return false
	}
	if types.Identical(in, t) {
		return true
	}
	switch u := in.Underlying().(type) {
	case *types.Pointer:
		return contains(u.Elem(), t, depth+1)
	case *types.Slice:
		return contains(u.Elem(), t, depth+1)
	case *types.Map:
		return contains(u.Elem(), t, depth+1)
	case *types.Struct:
		for f := range u.Fields() {
			if contains(f.Type(), t, depth+1) {
				return true
			}
		}
	}
	return false
}
