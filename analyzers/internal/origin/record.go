package origin

// This file knows records that hold many things in one field, as tables of settings do:
//
//	type Setting struct{ Key, Value string }
//	s := db.Setting("jwt_secret")
//	token.SignedString([]byte(s.Value))          // says nothing of
//	db.Create(&Setting{Key: "theme", Value: "light"})

import (
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

var (
	valueNames  = []string{"value", "val"}
	recordNames = []string{"key", "name", "code", "option", "setting", "variable", "property"}
)

// holdsMany reports whether a field is the value of a record: its struct has a text beside it that
// says whose value it is.
func holdsMany(t *Tracer, f *types.Var) bool {
	if !f.IsField() || f.Pkg() == nil || !isOneOf(f, valueNames) {
		return false
	}
	in, ok := t.records[f.Pkg()]
	if !ok {
		in = recordsOf(f.Pkg())
		t.records[f.Pkg()] = in
	}
	return in[f.Origin()]
}

// recordsOf returns the values of the records that a package declares.
func recordsOf(pkg *types.Package) map[*types.Var]bool {
	out := map[*types.Var]bool{}
	for _, name := range pkg.Scope().Names() {
		obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok || obj.IsAlias() {
			continue
		}
		st, ok := obj.Type().Underlying().(*types.Struct)
		if !ok || !hasName(st) {
			continue
		}
		for f := range st.Fields() {
			if isOneOf(f, valueNames) {
				out[f.Origin()] = true
			}
		}
	}
	return out
}

// hasName reports whether a struct has a text that names its value.
func hasName(st *types.Struct) bool {
	for f := range st.Fields() {
		if typing.IsString(f.Type()) && isOneOf(f, recordNames) {
			return true
		}
	}
	return false
}

func isOneOf(f *types.Var, names []string) bool {
	return slices.Contains(names, strings.ToLower(f.Name()))
}
