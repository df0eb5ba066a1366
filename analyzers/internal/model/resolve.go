package model

// This file compares rows with the packages that they are about.

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/internal/nearest"
)

// Unresolved says what is wrong with the rows that people added for a package, each in one line: it
// has nothing of the name, or that is something else.
func Unresolved(pkg *types.Package) (complaints []string) {
	lib := ownAt(pkg.Path())
	if lib == nil {
		return nil
	}
	for _, r := range lib.rows {
		sig, ok := r.Parse()
		if !ok {
			continue
		}
		why := ""
		switch obj := Find(pkg, sig); {
		case obj == nil:
			why = fmt.Sprintf("package %s has no %s%s", pkg.Path(), sig.Name, near(pkg, sig.Name))
		default:
			if why = Misfit(obj, sig); why == "" {
				why = elsewhere(obj, sig)
			}
			if why != "" {
				why = sig.Name + " " + why
			}
		}
		if why != "" {
			complaints = append(complaints, fmt.Sprintf("row %q: %s", r.Text, why))
		}
	}
	return complaints
}

// elsewhere says that a method or field belongs to a type that another one embeds: a row has the
// name of the type that declares it.
func elsewhere(obj types.Object, sig *Sig) string {
	owner, _, member := strings.Cut(sig.Name, ".")
	f, ok := obj.(*types.Func)
	if !member || !ok || receiver(f) == owner || receiver(f) == "" {
		return ""
	}
	return fmt.Sprintf("is a method of %s.%s, which is embedded: write the row for that",
		obj.Pkg().Path(), receiver(f))
}

// near asks whether the nearest name of a package was meant.
func near(pkg *types.Package, name string) string {
	owner, _, member := strings.Cut(name, ".")
	var names []string
	if typ, ok := pkg.Scope().Lookup(owner).(*types.TypeName); ok && member {
		for m := range types.NewMethodSet(types.NewPointer(typ.Type())).Methods() {
			names = append(names, owner+"."+m.Obj().Name())
		}
		if st, ok := typ.Type().Underlying().(*types.Struct); ok {
			for f := range st.Fields() {
				names = append(names, owner+"."+f.Name())
			}
		}
	} else {
		for _, n := range pkg.Scope().Names() {
			names = append(names, n)
		}
		name = owner
	}
	names = slices.DeleteFunc(names, func(n string) bool {
		return lastName(n)[0] < 'A' || lastName(n)[0] > 'Z'
	})
	slices.Sort(names)
	otherwise := ""
	if len(names) > 0 {
		otherwise = "; it has " + strings.Join(names[:min(len(names), 20)], ", ")
	}
	return nearest.Hint(name, otherwise, names...)
}

// Find returns what a row names in a package, nil when there is nothing of the name.
func Find(pkg *types.Package, sig *Sig) types.Object {
	if pkg == nil {
		return nil
	}
	owner, name, member := strings.Cut(sig.Name, ".")
	obj := pkg.Scope().Lookup(owner)
	if obj == nil || !member {
		return obj
	}
	typ, ok := obj.(*types.TypeName)
	if !ok {
		return nil
	}
	obj, _, _ = types.LookupFieldOrMethod(typ.Type(), true, pkg, name)
	return obj
}

// Misfit says why an object cannot be what a row says, "" when it can.
func Misfit(obj types.Object, sig *Sig) string {
	_, named := obj.(*types.TypeName)
	if named && (sig.Verb == TypeRole || sig.Verb == ErrorVar) {
		return ""
	}
	if !sig.Func {
		v, ok := obj.(*types.Var)
		switch _, constant := obj.(*types.Const); {
		case strings.Contains(sig.Name, ".") && !(ok && v.IsField()):
			return "is no field"
		case !ok && !constant:
			return "is no variable"
		}
		return ""
	}
	s, ok := obj.Type().Underlying().(*types.Signature) // a function, or a variable that holds one
	if !ok {
		return "is no function"
	}
	switch params, results := s.Params().Len(), s.Results().Len(); {
	case len(sig.Args) > params && !s.Variadic():
		return fmt.Sprintf("has no argument %d", params)
	case sig.Variadic && !s.Variadic():
		return "is not variadic"
	case sig.Verb == Send: // its results are parts of the cookie
	case len(sig.Results) > max(results, 1), results == 0 && len(sig.Results) > 0 &&
		!slices.ContainsFunc(sig.Args, Role.Source):
		return fmt.Sprintf("has no result %d", results)
	}
	return ""
}
