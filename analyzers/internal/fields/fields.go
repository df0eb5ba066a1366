// Package fields holds what packages say of the fields of structs that other packages declare.
// Facts about objects of other packages cannot be exported, so the fields go by their names:
//
//	package conf // type Config struct{ Auth struct{ Key string } }
//	package load // cfg.Auth.Key = os.Getenv("KEY"): conf.Config.Auth.Key comes from there
//	package auth // token.SignedString([]byte(cfg.Auth.Key)): it is a signing key
//	package main // auth.New(load.Config()): both
package fields

import (
	"cmp"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/origin"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// Fact is what one package, with its imports, says of fields.
type Fact struct{ Of []Field }

// AFact marks the type as a fact.
func (*Fact) AFact() {}

// Field is what is known of one field.
type Field struct {
	Name string // import path, type and field: example.com/conf.Config.Auth.Key
	origin.Summary
	Settled bool // who gives the field its value and who uses it are known to one package
}

// Max is how many fields a package says something of, those of its imports included.
const Max = 512

// Known is what the imports of a package say of fields.
type Known struct {
	facts map[string]*Field
	uses  map[string][]*types.Package // who says that a field is used
	names map[*types.Package]map[*types.Var]string
}

// New reads what the imports of the package of the pass say.
func New(pass *analysis.Pass) *Known {
	k := &Known{
		map[string]*Field{}, map[string][]*types.Package{},
		map[*types.Package]map[*types.Var]string{},
	}
	all := pass.AllPackageFacts()
	slices.SortFunc(all, func(a, b analysis.PackageFact) int {
		return cmp.Compare(a.Package.Path(), b.Package.Path())
	})
	for _, pf := range all {
		said, ok := pf.Fact.(*Fact)
		if !ok || pf.Package == pass.Pkg {
			continue
		}
		for _, one := range said.Of {
			known := k.facts[one.Name]
			if known == nil {
				known = &Field{Name: one.Name}
				k.facts[one.Name] = known
			}
			if len(one.From) > 0 {
				one.From = []origin.Atoms{one.From[0].In(fileOf(pass, pf.Package))}
			}
			known.Add(&one.Summary)
			known.Settled = known.Settled || one.Settled
			if len(one.Uses) > 0 {
				k.uses[one.Name] = append(k.uses[one.Name], pf.Package)
			}
		}
	}
	return k
}

// fileOf returns the path of a file of another package, "" where it declares nothing.
func fileOf(pass *analysis.Pass, pkg *types.Package) string {
	for _, name := range pkg.Scope().Names() {
		if pos := pkg.Scope().Lookup(name).Pos(); pos.IsValid() {
			return pass.Fset.Position(pos).Filename
		}
	}
	return ""
}

// Of returns what the imports say of a field, nil for nothing.
func (k *Known) Of(v *types.Var) *Field {
	if len(k.facts) == 0 {
		return nil
	}
	return k.facts[k.Name(v)]
}

// Named returns what the imports say of the field of a name, nil for nothing.
func (k *Known) Named(name string) *Field { return k.facts[name] }

// Names returns the names of the fields of which the imports say something, sorted.
func (k *Known) Names() []string { return slices.Sorted(maps.Keys(k.facts)) }

// Uses reports whether a package says that the field of a name is used.
func (k *Known) Uses(pkg *types.Package, name string) bool {
	return slices.Contains(k.uses[name], pkg)
}

// Name returns the name of a field of a declared struct, "" for fields of other structs.
func (k *Known) Name(v *types.Var) string {
	if v.Pkg() == nil {
		return ""
	}
	if k.names[v.Pkg()] == nil {
		k.names[v.Pkg()] = namesOf(v.Pkg())
	}
	return k.names[v.Pkg()][v.Origin()]
}

// namesOf names the fields of the structs that a package declares, those of structs without a
// name in them included.
func namesOf(pkg *types.Package) map[*types.Var]string {
	out := map[*types.Var]string{}
	var walk func(typ types.Type, name string)
	walk = func(typ types.Type, name string) {
		switch u := typ.(type) {
		case *types.Pointer:
			walk(u.Elem(), name)
		case *types.Slice:
			walk(u.Elem(), name)
		case *types.Map:
			walk(u.Elem(), name)
		case *types.Struct:
			for f := range u.Fields() {
				if at := name + "." + f.Name(); out[f.Origin()] == "" {
					out[f.Origin()] = at
					walk(f.Type(), at)
				}
			}
		}
	}
	for _, name := range pkg.Scope().Names() {
		if t, ok := pkg.Scope().Lookup(name).(*types.TypeName); ok && !t.IsAlias() {
			walk(t.Type().Underlying(), pkg.Path()+"."+name)
		}
	}
	return out
}

// In returns the field of a name where it is part of the struct that a type is or points to, nil
// where it is not.
func (k *Known) In(typ types.Type, name string) *types.Var {
	seen := map[*types.Struct]bool{}
	var in func(types.Type) *types.Var
	in = func(typ types.Type) *types.Var {
		st := typing.StructOf(typ)
		if st == nil || seen[st] {
			return nil
		}
		seen[st] = true
		for f := range st.Fields() {
			if k.Name(f) == name {
				return f.Origin()
			}
			if part := in(f.Type()); part != nil {
				return part
			}
		}
		return nil
	}
	return in(typ)
}
