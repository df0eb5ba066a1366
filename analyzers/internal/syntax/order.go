package syntax

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
)

// InOrder returns the keys of a map by their positions, objects at one position by their names.
// What a walk finds inside of a circle depends on what was asked before, so that nobody asks in
// the order of a map:
//
//	for _, v := range syntax.InOrder(index.Writes) { tracer.Var(v) }
func InOrder[K interface {
	comparable
	Pos() token.Pos
}, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b K) int {
		return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(nameOf(a), nameOf(b)))
	})
	return keys
}

// nameOf returns the name of an object, "" for syntax.
func nameOf(of any) string {
	if obj, ok := of.(types.Object); ok {
		return obj.Name()
	}
	return ""
}
