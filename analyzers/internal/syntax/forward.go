package syntax

// This file looks forward from a value to its uses:
//
//	claims := token.Claims   // Mentions(claims): here and in the two lines below
//	log.Print(claims["sub"]) // Forward().Indexes; Outer(claims) is the index expression
//	id := claims.(*Claims)   // Forward().Asserts

import (
	"go/ast"
	"go/types"
	"slices"
)

// Forward is what a second pass over the files finds, for the questions that look forward from a
// value: where names are read.
type Forward struct {
	names     map[types.Object][]*ast.Ident
	Selectors []*ast.SelectorExpr // of fields and methods
	Indexes   []*ast.IndexExpr    // of maps, slices and strings
	Slices    []*ast.SliceExpr
	Ranges    []*ast.RangeStmt
	Asserts   []*ast.TypeAssertExpr // x.(T), not the x.(type) of a switch
}

// Forward makes the second pass once. Packages without tokens never pay for it.
func (x *Index) Forward() *Forward {
	if x.forward != nil {
		return x.forward
	}
	x.forward = &Forward{names: map[types.Object][]*ast.Ident{}}
	for _, f := range x.files {
		ast.Inspect(f, func(n ast.Node) bool {
			x.forward.node(x.Info, n)
			return true
		})
	}
	return x.forward
}

// node records one node of the second pass.
func (x *Forward) node(info *types.Info, n ast.Node) {
	switch n := n.(type) {
	case *ast.Ident:
		if obj := info.ObjectOf(n); obj != nil {
			x.names[obj] = append(x.names[obj], n)
		}
	case *ast.SelectorExpr:
		if info.Selections[n] != nil {
			x.Selectors = append(x.Selectors, n)
		}
	case *ast.IndexExpr:
		if info.Types[n.X].IsValue() {
			x.Indexes = append(x.Indexes, n)
		}
	case *ast.SliceExpr:
		x.Slices = append(x.Slices, n)
	case *ast.RangeStmt:
		x.Ranges = append(x.Ranges, n)
	case *ast.TypeAssertExpr:
		if n.Type != nil {
			x.Asserts = append(x.Asserts, n)
		}
	}
}

// Mentions returns the identifiers that mean the object, its declaration and assignments to it
// among them, in the order of the files.
func (x *Index) Mentions(obj types.Object) []*ast.Ident { return x.Forward().names[obj] }

// Assigned reports whether an identifier stands where it is given a value: on the left of an
// assignment, in a declaration, or as the variable of a range loop.
func (x *Index) Assigned(id *ast.Ident) bool {
	switch o := x.Outer(id).(type) {
	case *ast.AssignStmt:
		for _, l := range o.Lhs {
			if ast.Unparen(l) == id {
				return true
			}
		}
	case *ast.ValueSpec, *ast.Field:
		return true
	case *ast.RangeStmt:
		return o.Key == id || o.Value == id
	}
	return false
}

// Copies reports whether a loop puts something under the keys of a map into another one.
//
//	for k, v := range from {
//		to[k] = v
//	}
func Copies(x *Index, r *ast.RangeStmt) bool {
	name, ok := r.Key.(*ast.Ident)
	return ok && slices.ContainsFunc(x.Stores, func(s Store) bool {
		key, isName := s.Key.(*ast.Ident)
		return isName && x.Info.ObjectOf(key) == x.Info.ObjectOf(name)
	})
}
