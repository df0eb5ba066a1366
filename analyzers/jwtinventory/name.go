package jwtinventory

// This file names what an entry is about, so that it can be found again after the code has moved:
//
//	func (s *Service) Login()            // functionAt: (*Service).Login
//	func NewMaker(key []byte) *Maker     // idOf: example.com/auth.NewMaker(key)
//	type Config struct{ Secret string }  // idOf: example.com/auth.Config.Secret

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/calls"
	"github.com/jwtvet/jwtvet/analyzers/internal/model"
	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
	"github.com/jwtvet/jwtvet/internal/inventory"
)

// functionAt returns the name of the declared function around a node, "" for none.
func (l *lister) functionAt(at ast.Node) string {
	d := l.declAt(at)
	if d == nil {
		return ""
	}
	fn, ok := l.Info.Defs[d.Name].(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return d.Name.Name
	}
	recv := types.TypeString(fn.Signature().Recv().Type(), func(*types.Package) string { return "" })
	return "(" + recv + ")." + d.Name.Name
}

// declAt returns the declared function around a node, nil for none.
func (l *lister) declAt(at ast.Node) *ast.FuncDecl {
	for fn := l.Index.FuncAt(at.Pos()); fn != nil; fn = l.Index.FuncAt(fn.Pos() - 1) {
		if d, ok := fn.(*ast.FuncDecl); ok {
			return d
		}
	}
	return nil
}

// idOf names a parameter or variable for the packages that set it.
func idOf(v types.Object, in *types.Func) string {
	if v == nil || v.Pkg() == nil {
		return ""
	}
	if in != nil {
		return in.FullName() + "(" + v.Name() + ")"
	}
	return v.Pkg().Path() + "." + ownerOf(v) + v.Name()
}

// ownerOf returns the name of the type that a field belongs to with a dot, "" for other variables
// and for fields of types without a name.
func ownerOf(v types.Object) string {
	if f, ok := v.(*types.Var); !ok || !f.IsField() {
		return ""
	}
	for _, name := range v.Pkg().Scope().Names() {
		t, ok := v.Pkg().Scope().Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		if st := typing.StructOf(t.Type()); st != nil {
			for f := range st.Fields() {
				if f == v {
					return name + "."
				}
			}
		}
	}
	return ""
}

// called returns an entry of a kind for a call.
func called(kind inventory.Kind, c *calls.Call) inventory.Entry {
	e := inventory.Entry{Kind: kind, Call: c.Label(), Library: libraryOf(c)}
	if v, ok := c.Callee.(*types.Var); ok && c.Via != nil && v.Pkg() != nil {
		e.Call = v.Pkg().Name() + "." + ownerOf(v) + v.Name()
	}
	return e
}

// libraryOf returns the library that is called, "" for functions of the program.
func libraryOf(c *calls.Call) string {
	if path := c.Library(); model.Of(c.Callee, "") != nil || model.HandlesTokens(path) {
		return path
	}
	return ""
}

// nameOf is where a reader looks at a call: its name.
func nameOf(c *calls.Call) ast.Node { return syntax.Span(c.At(), c.Node.End()) }
