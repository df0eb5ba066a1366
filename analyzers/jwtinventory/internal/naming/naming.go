// Package naming names what an entry of an inventory is about, so that it can be found again after the
// code has moved, and by the packages that hand something over:
//
//	func (s *Service) Login()            // FunctionAt: (*Service).Login
//	func NewMaker(key []byte) *Maker     // Of: example.com/auth.NewMaker(key)
//	type Config struct{ Secret string }  // Of: example.com/auth.Config.Secret
package naming

import (
	"go/ast"
	"go/types"

	"github.com/jwtvet/jwtvet/analyzers/internal/syntax"
	"github.com/jwtvet/jwtvet/analyzers/internal/typing"
)

// FunctionAt returns the name of the declared function around a node, "" for none.
func FunctionAt(x *syntax.Index, at ast.Node) string {
	d := syntax.DeclAt(x, at.Pos())
	if d == nil {
		return ""
	}
	fn, ok := x.Info.Defs[d.Name].(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return d.Name.Name
	}
	recv := types.TypeString(fn.Signature().Recv().Type(), func(*types.Package) string { return "" })
	return "(" + recv + ")." + d.Name.Name
}

// Of names a parameter or variable for the packages that set it.
func Of(v types.Object, in *types.Func) string {
	if v == nil || v.Pkg() == nil {
		return ""
	}
	if in != nil {
		return in.FullName() + "(" + v.Name() + ")"
	}
	return v.Pkg().Path() + "." + OwnerOf(v) + v.Name()
}

// OwnerOf returns the name of the type that a field belongs to with a dot, "" for other variables
// and for fields of types without a name.
func OwnerOf(v types.Object) string {
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

// Param names a parameter of an exported function of the package, "" for others.
func Param(x *syntax.Index, v *types.Var) string {
	for fn, d := range x.Decls {
		if p := x.Params[v]; p.Func == d && fn.Exported() && p.Index >= 0 {
			return Of(v, fn)
		}
	}
	return ""
}

// Type returns the name of a type with its package.
func Type(t types.Type) string {
	name := typing.TypeName(typing.Deref(t))
	if name == nil || name.Pkg() == nil {
		return ""
	}
	return name.Pkg().Name() + "." + name.Name()
}
