// Package facts lets travel with a package only those facts that the packages which import it can
// ask for. unitchecker hands on what is known of the fields and methods of all types that are
// somewhere in a package, and so with each package what is known of all below it:
//
//	type Service struct{ users *users.Service } // nobody else can get at users.Service here
//
//	func (s *Service) Users() *users.Service    // but at this one
//
// A package that imports users itself has its facts from there.
package facts

import (
	"go/token"
	"go/types"
	"os"
	"strings"

	_ "unsafe" // for go:linkname

	"golang.org/x/tools/go/analysis/unitchecker"
)

// The variables in which unitchecker keeps what it does with facts, and after that with types, for
// others to set; they have no other names for it yet. TestUse fails when they are not there any
// more.
//
//go:linkname exportFacts golang.org/x/tools/go/analysis/unitchecker.exportFacts
var exportFacts func(*unitchecker.Config, []byte) error

//go:linkname exportTypes golang.org/x/tools/go/analysis/unitchecker.exportTypes
var exportTypes func(*unitchecker.Config, *token.FileSet, *types.Package) error

// Use makes unitchecker write only facts that others can ask for.
func Use() {
	if exportFacts == nil || exportTypes == nil {
		return
	}
	var all []byte
	exportFacts = func(_ *unitchecker.Config, data []byte) error {
		all = data
		return nil
	}
	exportTypes = func(cfg *unitchecker.Config, _ *token.FileSet, pkg *types.Package) error {
		return os.WriteFile(cfg.VetxOutput, needed(all, pkg, cfg.Standard), 0o666)
	}
}

// needed returns the facts of a package that others can ask for: those about itself, and about
// types of other packages that it shows. Packages of the standard library show none of those.
func needed(all []byte, pkg *types.Package, standard map[string]bool) []byte {
	if len(all) == 0 {
		return all
	}
	r := reach{standard: standard, seen: map[types.Type]bool{}, names: map[typeName]bool{}}
	r.scope(pkg.Scope())
	return filter(all, func(path, object string) bool {
		name, _, _ := strings.Cut(object, ".")
		return path == pkg.Path() || r.names[typeName{path, name}]
	})
}

// typeName is the name of a type of a package.
type typeName struct{ path, name string }

// reach walks through what a package shows.
type reach struct {
	standard map[string]bool
	seen     map[types.Type]bool
	names    map[typeName]bool // of all types that it shows
}

func (r *reach) scope(scope *types.Scope) {
	for _, name := range scope.Names() {
		if token.IsExported(name) {
			r.typ(scope.Lookup(name).Type())
		}
	}
}

// typ walks through a type. A type parameter stands for what is written where it is replaced.
func (r *reach) typ(t types.Type) {
	switch t := t.(type) {
	case *types.Named:
		r.named(t, t.Obj(), t.TypeArgs())
	case *types.Alias:
		r.named(t, t.Obj(), t.TypeArgs())
	case *types.Map:
		r.typ(t.Key())
		r.typ(t.Elem())
	case interface{ Elem() types.Type }:
		r.typ(t.Elem())
	case *types.Signature:
		r.tuple(t.Params())
		r.tuple(t.Results())
		for p := range t.TypeParams().TypeParams() {
			r.typ(p.Constraint())
		}
	case *types.Struct:
		for f := range t.Fields() {
			if f.Exported() || f.Embedded() {
				r.typ(f.Type())
			}
		}
	case *types.Interface:
		for m := range t.Methods() {
			r.typ(m.Type())
		}
		for e := range t.EmbeddedTypes() {
			r.typ(e)
		}
	case *types.Union:
		for term := range t.Terms() {
			r.typ(term.Type())
		}
	}
}

func (r *reach) tuple(t *types.Tuple) {
	for v := range t.Variables() {
		r.typ(v.Type())
	}
}

// named walks through a type that has a name.
func (r *reach) named(t types.Type, obj *types.TypeName, args *types.TypeList) {
	for a := range args.Types() {
		r.typ(a)
	}
	if obj.Pkg() == nil || r.standard[obj.Pkg().Path()] || r.seen[t] {
		return
	}
	r.seen[t] = true
	r.names[typeName{obj.Pkg().Path(), obj.Name()}] = true
	switch t := t.(type) {
	case *types.Alias:
		r.typ(t.Rhs())
	case *types.Named:
		for p := range t.TypeParams().TypeParams() {
			r.typ(p.Constraint())
		}
		origin := t.Origin()
		r.typ(origin.Underlying())
		for m := range origin.Methods() {
			if m.Exported() {
				r.typ(m.Type())
			}
		}
	}
}
