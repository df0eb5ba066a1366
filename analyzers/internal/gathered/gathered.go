// Package gathered hands what packages say on to those that import them at a distance. The go command
// keeps no fact about a package of which an importer uses no type, so that each package has to say
// what all below it say:
//
//	package auth   // verifies tokens
//	package routes // imports auth, and says so for it
//	package main   // imports routes only
package gathered

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// Said is what one package says.
type Said[T any] struct {
	Pkg  string // its path
	Fact T
}

// most is how many packages a list has.
const most = 256

// List is what a package and those that it imports say, in the order of their paths.
type List[T any] struct {
	Said []Said[T]
	Full bool // others are left out: nothing is known of what nobody in the list says
}

// Holder is a fact that embeds a list.
type Holder[T any] interface{ Held() *List[T] }

// Held returns the list itself, so that a fact which embeds it is a [Holder].
func (l *List[T]) Held() *List[T] { return l }

// Of returns what the imports of the package of a pass say in facts that are a [Holder] of T.
func Of[T any](pass *analysis.Pass) List[T] {
	var out List[T]
	all := pass.AllPackageFacts()
	slices.SortFunc(all, func(a, b analysis.PackageFact) int {
		return cmp.Compare(a.Package.Path(), b.Package.Path())
	})
	for _, f := range all {
		holder, ok := f.Fact.(Holder[T])
		if !ok || f.Package == pass.Pkg {
			continue
		}
		l := holder.Held()
		out.Full = out.Full || l.Full
		for _, s := range l.Said {
			out.Put(s.Pkg, s.Fact)
		}
	}
	return out
}

// Put adds what a package says, once.
func (l *List[T]) Put(pkg string, fact T) {
	i, found := slices.BinarySearchFunc(l.Said, pkg, func(s Said[T], path string) int {
		return cmp.Compare(s.Pkg, path)
	})
	switch {
	case found:
	case len(l.Said) == most:
		l.Full = true
	default:
		l.Said = slices.Insert(l.Said, i, Said[T]{pkg, fact})
	}
}

// Empty reports whether nobody says anything.
func (l *List[T]) Empty() bool { return len(l.Said) == 0 }
