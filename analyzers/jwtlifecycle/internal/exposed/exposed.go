// Package exposed finds deny lists in exported variables, of which no package of a program takes
// anything out. jwtlifecycle asks it:
//
//	package revoked // var Blacklist = map[string]bool{}
//	package auth    // revoked.Blacklist[claims.ID] = true
//	package main    // sees both, and nothing that deletes from revoked.Blacklist
//
// Any package can take entries out, so only main, which sees all of them, knows that none does.
package exposed

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/dependency"
	"github.com/jwtvet/jwtvet/analyzers/internal/entries"
	"github.com/jwtvet/jwtvet/analyzers/internal/files"
	"github.com/jwtvet/jwtvet/analyzers/internal/subject"
)

// Lists is what a package, and those of its module that it imports at any distance, do with deny
// lists in exported variables.
type Lists struct {
	Puts  []Put
	Taken []string // variables that something can take entries out of
}

// AFact marks the type as a fact about packages.
func (*Lists) AFact() {}

// Put is a place that puts a token into a list.
type Put struct {
	files.Place
	List string // the path of its package, and its name
}

// most is how many places and variables are kept of a program: where there are more, nothing is
// reported.
const most = 64

// Of returns what a package and those that it imports do with such lists, and says so to those that
// import it; own is what only the package does.
func Of(pass *analysis.Pass) (own, all Lists) {
	if dependency.Unrelated(pass) || len(files.Of(pass)) == 0 {
		return own, all
	}
	if lists := mentioned(pass); len(lists) > 0 {
		calls.InspectAny(pass, func(p *calls.Package) { own = found(pass, p, lists) })
	}
	all.add(own)
	for _, imp := range pass.Pkg.Imports() {
		var by Lists
		if dependency.SameModule(pass, imp.Path()) && pass.ImportPackageFact(imp, &by) {
			all.add(by)
		}
	}
	if len(all.Puts)+len(all.Taken) > 0 && pass.Pkg.Name() != "main" {
		pass.ExportPackageFact(&all)
	}
	return own, all
}

// mentioned returns the lists that a package declares or mentions, in no order.
func mentioned(pass *analysis.Pass) map[*types.Var]bool {
	out := map[*types.Var]bool{}
	for _, objs := range []map[*ast.Ident]types.Object{pass.TypesInfo.Defs, pass.TypesInfo.Uses} {
		for _, obj := range objs {
			if entries.IsShared(obj) && dependency.SameModule(pass, obj.Pkg().Path()) {
				out[obj.(*types.Var)] = true
			}
		}
	}
	return out
}

// found returns what a package does with the lists that it mentions.
func found(pass *analysis.Pass, p *calls.Package, lists map[*types.Var]bool) (out Lists) {
	r := entries.New(subject.New(p))
	for _, h := range r.IntoShared() {
		out.Puts = append(out.Puts, Put{files.PlaceOf(pass, h.At), name(h.List)})
	}
	for v := range lists {
		if r.Takes(v) {
			out.Taken = append(out.Taken, name(v))
		}
	}
	slices.Sort(out.Taken)
	return out
}

// name returns the name that no other variable of the program has.
func name(v *types.Var) string { return v.Pkg().Path() + "." + v.Name() }

// add adds what another package of the program does.
func (l *Lists) add(o Lists) {
	l.Puts = slices.Concat(l.Puts, o.Puts)
	slices.SortFunc(l.Puts, func(a, b Put) int { return a.Compare(b.Place) })
	l.Puts = slices.Compact(l.Puts)
	l.Puts = l.Puts[:min(len(l.Puts), most)]
	l.Taken = slices.Concat(l.Taken, o.Taken)
	slices.Sort(l.Taken)
	l.Taken = slices.Compact(l.Taken)
	l.Taken = l.Taken[:min(len(l.Taken), most)]
}

// Kept returns the places that put tokens into a list of which no package of the program takes
// anything out.
func (l Lists) Kept() []Put {
	if len(l.Taken) == most {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(l.Puts), func(p Put) bool {
		return slices.Contains(l.Taken, p.List)
	})
}
