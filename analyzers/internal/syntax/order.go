package syntax

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"sort"
)

// This file puts what a package holds in one order for every driver: editors parse files side
// by side, and their positions follow no order then.
//
//	a.go: jwt.Parse(raw, keyfunc)    // first, although b.go was parsed before
//	b.go: token.SignedString(secret)

// Compare compares two positions by the order of the files of the package, then within the file.
// Positions elsewhere come first.
func (x *Index) Compare(a, b token.Pos) int {
	return cmp.Or(cmp.Compare(x.rank(a), x.rank(b)), cmp.Compare(a, b))
}

// extent is where a file stands in the file set.
type extent struct {
	start, end token.Pos
	rank       int // of the file in the package, from 0
}

// rank returns the number of the file of a position, -1 for none.
func (x *Index) rank(pos token.Pos) int {
	if x.extents == nil {
		x.extents = make([]extent, 0, len(x.files))
		for i, f := range x.files {
			x.extents = append(x.extents, extent{f.FileStart, f.FileEnd, i})
		}
		slices.SortFunc(x.extents, func(a, b extent) int { return cmp.Compare(a.start, b.start) })
	}
	i := sort.Search(len(x.extents), func(i int) bool { return x.extents[i].start > pos }) - 1
	if i < 0 || pos > x.extents[i].end {
		return -1
	}
	return x.extents[i].rank
}

// InOrder returns the keys of a map in the order of [Index.Compare], objects of other packages by
// path and name. What a walk finds inside of a circle depends on what was asked before, so that
// nobody asks in the order of a map:
//
//	for _, v := range syntax.InOrder(index, index.Writes) { tracer.Var(v) }
func InOrder[K interface {
	comparable
	Pos() token.Pos
}, V any](x *Index, m map[K]V) []K {
	type ranked struct {
		key  K
		rank int
	}
	all := make([]ranked, 0, len(m))
	for k := range m {
		all = append(all, ranked{k, x.rank(k.Pos())})
	}
	slices.SortFunc(all, func(a, b ranked) int {
		if a.rank < 0 && b.rank < 0 {
			if c := cmp.Compare(pathOf(a.key), pathOf(b.key)); c != 0 {
				return c
			} else if c := cmp.Compare(nameOf(a.key), nameOf(b.key)); c != 0 {
				return c
			}
			return cmp.Compare(a.key.Pos(), b.key.Pos())
		}
		if c := cmp.Compare(a.rank, b.rank); c != 0 {
			return c
		} else if c := cmp.Compare(a.key.Pos(), b.key.Pos()); c != 0 {
			return c
		}
		return cmp.Compare(nameOf(a.key), nameOf(b.key))
	})
	keys := make([]K, len(all))
	for i, r := range all {
		keys[i] = r.key
	}
	return keys
}

// nameOf returns the name of an object, "" for syntax.
func nameOf(of any) string {
	if obj, ok := of.(types.Object); ok {
		return obj.Name()
	}
	return ""
}

// pathOf returns the import path of the package of an object, "" for syntax and what has none.
func pathOf(of any) string {
	if obj, ok := of.(types.Object); ok && obj.Pkg() != nil {
		return obj.Pkg().Path()
	}
	return ""
}
