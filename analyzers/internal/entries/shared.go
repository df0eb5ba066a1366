package entries

// This file finds what a package does with deny lists in exported variables, its own and those of
// other packages:
//
//	package revoked // var Blacklist = map[string]bool{}
//	revoked.Blacklist[claims.ID] = true  // puts an entry in
//	delete(revoked.Blacklist, claims.ID) // can take one out

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers/internal/names"
	"github.com/jwtvet/jwtvet/analyzers/internal/stores"
)

// IsShared reports whether an object is an exported variable that any package can put tokens into and
// take them out of, with the name of a deny list.
func IsShared(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && !v.IsField() && v.Exported() && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() &&
		names.Denial(v.Name())
}

// IntoShared returns what the package puts into such variables, of tokens that end.
func (p *Reader) IntoShared() []Held {
	return slices.DeleteFunc(p.held(), func(h Held) bool {
		k := stores.Kept{Node: h.At, Keys: []ast.Expr{h.Key}}
		return !IsShared(h.List) || !p.ofTokensThatEnd(k)
	})
}

// Takes reports whether the package can take entries out of such a variable.
func (p *Reader) Takes(v *types.Var) bool { return p.handles(v) }
