package jwtleak

// This file keeps fields with keys out of JSON:
//
//	type config struct {
//		Secret string // omitJSONField adds `json:"-"`
//	}
//	slog.Info("starting", "config", cfg) // harmless: a log needs no field

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

// omitJSONField returns the edit that keeps a field of a struct out of JSON, nil where something
// may want it there: only a struct that no other package sees, and that this one gives to nobody
// but loggers and those who ask, can do without.
func (c *check) omitJSONField(f *types.Var) []analysis.TextEdit {
	decl := c.declared(f)
	owner := c.owner(f)
	if decl == nil || owner == nil || owner.Exported() && c.pass.Pkg.Name() != "main" ||
		len(decl.Names) != 1 {
		return nil
	}
	raw := ""
	if decl.Tag != nil {
		raw, _ = strconv.Unquote(decl.Tag.Value)
	}
	_, named := reflect.StructTag(raw).Lookup("json")
	filled := model.ReadTag(raw).Source == model.Env && !named
	for _, call := range c.Index.Calls {
		if !c.harmless(call, owner.Type(), filled) {
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
func (c *check) declared(f *types.Var) *ast.Field {
	for _, st := range c.Index.Structs {
		for _, d := range st.Fields.List {
			if slices.ContainsFunc(d.Names, func(id *ast.Ident) bool {
				return c.pass.TypesInfo.Defs[id] == f
			}) {
				return d
			}
		}
	}
	return nil
}

// owner returns the named type of this package that declares a field.
func (c *check) owner(f *types.Var) types.Object {
	scope := c.pass.Pkg.Scope()
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

// harmless reports whether a call does not care whether JSON of a type has all fields; filled says
// that it can be one that fills the struct by other tags.
func (c *check) harmless(call *ast.CallExpr, t types.Type, filled bool) bool {
	if c.pass.TypesInfo.Types[call.Fun].IsType() || c.pass.TypesInfo.Types[call.Fun].IsBuiltin() {
		return true
	}
	callee := c.Index.Callee(call) // nil for what a variable or a result holds
	if fn, ok := callee.(*types.Func); ok && c.Index.Decls[fn] != nil ||
		!slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
			return contains(c.pass.TypesInfo.TypeOf(a), t, 0)
		}) {
		return true
	}
	sig := model.Of(callee, "")
	return sig != nil && (sig.Verb == model.Log || sig.Verb == model.Respond ||
		sig.Verb == model.Fill && filled)
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
