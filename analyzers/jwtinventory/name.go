package jwtinventory

import (
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/jwtinventory/internal/naming"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// called returns an entry of a kind for a call.
func called(kind inventory.Kind, c *calls.Call) inventory.Entry {
	e := inventory.Entry{Kind: kind, Call: c.Label(), Library: naming.Library(c)}
	if v, ok := c.Callee.(*types.Var); ok && c.Via != nil && v.Pkg() != nil {
		e.Call = v.Pkg().Name() + "." + naming.OwnerOf(v) + v.Name()
	}
	return e
}
